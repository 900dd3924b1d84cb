package app.clientele.calendar.waitlist;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.offers.Readers;
import app.clientele.calendar.offers.Readers.Reader;
import app.clientele.calendar.online.BookingLinks;
import app.clientele.database.Sql;
import app.clientele.messages.Languages;
import app.clientele.messages.Letter;
import app.clientele.messages.Messages;
import app.clientele.site.PublicAddress;
import app.clientele.site.PublicLanguage;
import app.clientele.site.Texts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to who waits: that they do, and that a time is kept for them. */
@Component
class WaitlistLetters {
    private static final String PURPOSE = "waitlist";

    private final Sql sql;
    private final Readers readers;
    private final Businesses businesses;
    private final BookingLinks links;
    private final Texts texts;
    private final PublicAddress addresses;
    private final Messages messages;

    WaitlistLetters(
            Sql sql,
            Readers readers,
            Businesses businesses,
            BookingLinks links,
            Texts texts,
            PublicAddress addresses,
            Messages messages) {
        this.sql = sql;
        this.readers = readers;
        this.businesses = businesses;
        this.links = links;
        this.texts = texts;
        this.addresses = addresses;
        this.messages = messages;
    }

    /** They stand in the line; by the link they may leave it. */
    void joined(WaitlistEntry entry, String secret) {
        write(entry, "joined", "/waiting/" + secret, locale -> List.of());
    }

    /** A time got free and is kept for them until then; by the link they take it or not. */
    void offered(WaitlistEntry entry, Appointment kept, Instant until) {
        write(
                entry,
                "offered",
                "/mine/" + links.to(kept),
                locale ->
                        List.of(
                                texts.text(
                                        locale,
                                        "waitlist.letter.offered.when",
                                        Readers.moment(locale, kept.startsAt(), kept.zone()),
                                        kept.staff()),
                                texts.text(
                                        locale,
                                        "waitlist.letter.offered.until",
                                        Readers.moment(locale, until, kept.zone()))));
    }

    private interface Said {
        List<String> in(Locale locale);
    }

    private void write(WaitlistEntry entry, String what, String path, Said more) {
        typed(entry.id())
                .or(() -> readers.of(entry.customerId()))
                .ifPresent(reader -> write(entry, reader, what, path, more));
    }

    /** Where they asked to be written to who joined online. */
    private Optional<Reader> typed(UUID entry) {
        return sql.of(
                        """
                        select first_name as name, language, email address from waitlist_entry
                        where business_id = :business and id = :id and email is not null and first_name is not null
                        """)
                .param("id", entry)
                .query(Reader.class)
                .optional();
    }

    private void write(WaitlistEntry entry, Reader reader, String what, String path, Said more) {
        Business business = businesses.current();
        Locale locale = Languages.of(reader.language(), business);
        String key = "waitlist.letter." + what;
        List<String> before = new ArrayList<>();
        before.add(texts.text(locale, "waitlist.letter.hello", reader.name()));
        before.add(texts.text(locale, key + ".text", entry.service(), entry.branch()));
        before.addAll(more.in(locale));
        messages.write(
                new Letter(
                        entry.customerId(),
                        null,
                        reader.address(),
                        PURPOSE,
                        locale,
                        texts.text(locale, key + ".subject", entry.service(), business.name()),
                        before,
                        addresses.of(address(business, path, reader.language(), locale)),
                        texts.text(locale, key + ".link"),
                        List.of(business.name())));
    }

    private static String address(
            Business business, String path, @Nullable String language, Locale locale) {
        String page = "/book/" + business.slug() + path;
        return language == null
                ? page
                : page + "?" + PublicLanguage.NAME + "=" + locale.getLanguage();
    }
}
