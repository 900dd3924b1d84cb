package app.clientele.calendar.online;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.calendar.Appointment;
import app.clientele.database.Sql;
import app.clientele.messages.Languages;
import app.clientele.messages.Letter;
import app.clientele.messages.Messages;
import app.clientele.site.PublicAddress;
import app.clientele.site.PublicLanguage;
import app.clientele.site.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to whoever booked online, each time with a link to their appointment. */
@Component
public class BookingLetters {
    private static final String PURPOSE = "booking";

    private final Sql sql;
    private final Businesses businesses;
    private final BookingLinks links;
    private final Texts texts;
    private final PublicAddress addresses;
    private final Messages messages;

    BookingLetters(
            Sql sql,
            Businesses businesses,
            BookingLinks links,
            Texts texts,
            PublicAddress addresses,
            Messages messages) {
        this.sql = sql;
        this.businesses = businesses;
        this.links = links;
        this.texts = texts;
        this.addresses = addresses;
        this.messages = messages;
    }

    /** What a letter tells of; its words stand below {@code online.letter.<what>}. */
    public enum What {
        BOOKED,
        REQUESTED,
        ACCEPTED,
        DECLINED,
        PROPOSED;

        String key(String part) {
            return "online.letter." + name().toLowerCase(Locale.ROOT) + "." + part;
        }
    }

    private record Recipient(String firstName, @Nullable String language, String email) {}

    /**
     * Writes where they asked from, or to the address on record; nobody without any.
     *
     * @param message what the business adds
     */
    public void write(What what, Appointment about, Instant at, @Nullable String message) {
        recipient(about)
                .ifPresent(
                        to -> write(what, about, at, message, to, links.to(about), about.staff()));
    }

    /** The same to the address they typed; answers the secret of the link. */
    String write(What what, Appointment about, Wanted typed) {
        String secret = links.to(about);
        String name = String.valueOf(typed.firstName());
        var to = new Recipient(name, typed.language(), KnownPeople.email(typed));
        write(what, about, about.startsAt(), null, to, secret, wanted(about, typed));
        return secret;
    }

    /** Whom they asked for; not whom a record prefers, which only its customer should learn. */
    private static @Nullable String wanted(Appointment about, Wanted typed) {
        return typed.staffId() == null ? null : about.staff();
    }

    /** Another link to the same, for whoever sent their form again. */
    String link(Appointment about) {
        return links.to(about);
    }

    private Optional<Recipient> recipient(Appointment about) {
        return sql.of(
                        """
                        select coalesce(r.first_name, c.first_name) first_name, c.language, coalesce(r.email, m.address) email
                        from customer c
                        left join lateral (select o.first_name, o.email from online_request o
                            where o.business_id = :business and o.appointment_id = :appointment limit 1) r on true
                        left join lateral (select e ->> 'address' address from jsonb_array_elements(c.emails) e
                            order by (e ->> 'primary')::boolean desc limit 1) m on true
                        where c.business_id = :business and c.id = :customer and coalesce(r.email, m.address) is not null
                        """)
                .param("appointment", about.id())
                .param("customer", about.customerId())
                .query(Recipient.class)
                .optional();
    }

    private void write(
            What what,
            Appointment about,
            Instant at,
            @Nullable String message,
            Recipient to,
            String secret,
            @Nullable String staff) {
        Business business = businesses.current();
        Locale locale = Languages.of(to.language(), business);
        List<String> before = new ArrayList<>();
        before.add(texts.text(locale, "online.letter.hello", to.firstName()));
        before.add(texts.text(locale, what.key("text"), business.name()));
        before.add(
                texts.text(
                        locale,
                        staff == null ? "online.letter.what.anybody" : "online.letter.what",
                        about.service(),
                        String.valueOf(staff),
                        about.branch(),
                        when(locale, at, about.zone())));
        if (message != null) {
            before.add(message);
        }
        messages.write(
                new Letter(
                        about.customerId(),
                        null,
                        to.email(),
                        PURPOSE,
                        locale,
                        texts.text(locale, what.key("subject"), about.service(), business.name()),
                        before,
                        addresses.of(path(business, secret, to, locale)),
                        texts.text(locale, what.key("link")),
                        List.of(business.name())));
    }

    /**
     * The page opens in the language of the letter where that is the reader's. The page itself must
     * not ask the record: then its language would tell strangers that there is one.
     */
    private static String path(Business business, String secret, Recipient to, Locale locale) {
        String path = "/book/" + business.slug() + "/mine/" + secret;
        return to.language() == null
                ? path
                : path + "?" + PublicLanguage.NAME + "=" + locale.getLanguage();
    }

    /** With the name of the zone: whoever reads it may be elsewhere. */
    private static String when(Locale locale, Instant at, ZoneId zone) {
        var there = at.atZone(zone);
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                        .withLocale(locale)
                        .format(there)
                + " ("
                + zone.getDisplayName(TextStyle.FULL_STANDALONE, locale)
                + ")";
    }
}
