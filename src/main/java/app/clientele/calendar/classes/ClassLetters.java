package app.clientele.calendar.classes;

import app.clientele.business.Businesses;
import app.clientele.calendar.offers.Readers;
import app.clientele.calendar.offers.Readers.Reader;
import app.clientele.messages.Languages;
import app.clientele.messages.Letter;
import app.clientele.messages.Messages;
import app.clientele.site.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to who is in a class or waits for it, in their language. */
@Component
class ClassLetters {
    private final Readers readers;
    private final Businesses businesses;
    private final Texts texts;
    private final Messages messages;

    ClassLetters(Readers readers, Businesses businesses, Texts texts, Messages messages) {
        this.readers = readers;
        this.businesses = businesses;
        this.texts = texts;
        this.messages = messages;
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
        Reader reader = readers.of(booking.customerId()).orElse(null);
        if (reader == null) {
            return;
        }
        var business = businesses.current();
        String key = "classes.letter." + what;
        Locale locale = Languages.of(reader.language(), business);
        String when = Readers.moment(locale, session.startsAt(), session.zone());
        List<String> said = new ArrayList<>();
        said.add(texts.text(locale, "classes.letter.hello", reader.name()));
        said.add(
                texts.text(
                        locale,
                        key,
                        session.kind(),
                        when,
                        session.branch(),
                        until == null ? "" : Readers.moment(locale, until, session.zone())));
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
}
