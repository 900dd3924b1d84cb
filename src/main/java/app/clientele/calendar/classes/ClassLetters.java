package app.clientele.calendar.classes;

import app.clientele.business.Businesses;
import app.clientele.database.Sql;
import app.clientele.messages.Languages;
import app.clientele.messages.Letter;
import app.clientele.messages.Messages;
import app.clientele.site.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to who is in a class or waits for it, in their language. */
@Component
class ClassLetters {
    private final Sql sql;
    private final Businesses businesses;
    private final Texts texts;
    private final Messages messages;

    ClassLetters(Sql sql, Businesses businesses, Texts texts, Messages messages) {
        this.sql = sql;
        this.businesses = businesses;
        this.texts = texts;
        this.messages = messages;
    }

    private record Reader(String name, @Nullable String language, @Nullable String address) {}

    /** Who has no address, or is gone, is not written to. */
    private @Nullable Reader reader(UUID customer) {
        return sql.of(
                        """
                        select first_name as name, language, (select e ->> 'address' from jsonb_array_elements(emails) e
                            order by (e ->> 'primary')::boolean desc limit 1) address
                        from customer where business_id = :business and id = :id and erase_at is null
                        """)
                .param("id", customer)
                .query(Reader.class)
                .optional()
                .filter(reader -> reader.address() != null)
                .orElse(null);
    }

    /** The class does not take place. */
    void cancelled(ClassSession session, ClassBooking booking, @Nullable String reason) {
        write("class_cancelled", "cancelled", session, booking, reason, null);
    }

    /**
     * A place got free and is theirs, or is kept for them.
     *
     * @param until how long it is kept; absent when it is theirs
     */
    void place(ClassSession session, ClassBooking booking, @Nullable Instant until) {
        write("class_place", until == null ? "place" : "offer", session, booking, null, until);
    }

    private void write(
            String purpose,
            String what,
            ClassSession session,
            ClassBooking booking,
            @Nullable String reason,
            @Nullable Instant until) {
        Reader reader = reader(booking.customerId());
        if (reader == null || reader.address() == null) {
            return;
        }
        var business = businesses.current();
        String key = "classes.letter." + what;
        Locale locale = Languages.first(reader.language(), business.language());
        String when = moment(locale, session.startsAt(), session.zone());
        List<String> said = new ArrayList<>();
        said.add(texts.text(locale, "classes.letter.hello", reader.name()));
        said.add(
                texts.text(
                        locale,
                        key,
                        session.kind(),
                        when,
                        session.branch(),
                        until == null ? "" : moment(locale, until, session.zone())));
        if (reason != null) {
            said.add(reason);
        }
        messages.write(
                new Letter(
                        booking.customerId(),
                        null,
                        reader.address(),
                        purpose,
                        locale,
                        texts.text(locale, key + ".subject", session.kind(), when),
                        said,
                        null,
                        null,
                        List.of(business.name())));
    }

    private static String moment(Locale locale, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }
}
