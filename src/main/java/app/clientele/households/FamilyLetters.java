package app.clientele.households;

import app.clientele.business.Businesses;
import app.clientele.database.Sql;
import app.clientele.messages.Languages;
import app.clientele.messages.Letter;
import app.clientele.messages.Messages;
import app.clientele.site.PublicAddress;
import app.clientele.site.Texts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to whoever is asked to be linked, in their language. */
@Component
class FamilyLetters {
    private final Sql sql;
    private final Businesses businesses;
    private final Texts texts;
    private final PublicAddress addresses;
    private final Messages messages;

    FamilyLetters(
            Sql sql,
            Businesses businesses,
            Texts texts,
            PublicAddress addresses,
            Messages messages) {
        this.sql = sql;
        this.businesses = businesses;
        this.texts = texts;
        this.addresses = addresses;
        this.messages = messages;
    }

    /**
     * Somebody to write to or of.
     *
     * @param emails the primary one first
     */
    record Person(UUID id, String firstName, @Nullable String language, List<String> emails) {}

    Person person(UUID id) {
        return sql.of(
                        """
                        select id, first_name, language, array(
                            select e ->> 'address' from jsonb_array_elements(emails) e order by (e ->> 'primary')::boolean desc) emails
                        from customer where business_id = :business and id = :id
                        """)
                .param("id", id)
                .query(FamilyLetters::read)
                .single();
    }

    private static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("first_name"),
                row.getString("language"),
                Arrays.asList((String[]) row.getArray("emails").getArray()));
    }

    /** Where to ask: an inbox shared with whoever asks is none, they would answer themselves. */
    @Nullable String address(UUID asker, UUID asked) {
        Set<String> shared =
                person(asker).emails().stream()
                        .map(a -> a.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toSet());
        return person(asked).emails().stream()
                .filter(a -> !shared.contains(a.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElse(null);
    }

    Locale language(Person person) {
        return Languages.of(person.language(), businesses.current());
    }

    /**
     * Writes the invitation.
     *
     * @param seen the link from the side of whoever is asked
     */
    UUID write(Relationship seen, UUID asker, String address, String path, Instant until) {
        Person asked = person(seen.customerId());
        Person asking = person(asker);
        Locale locale = language(asked);
        String business = businesses.current().name();
        List<String> before = new ArrayList<>();
        before.add(texts.text(locale, "family.letter.hello", asked.firstName()));
        before.add(texts.text(locale, "family.letter.ask", asking.firstName(), business));
        before.addAll(
                rights(
                        locale,
                        "family.letter.they_may",
                        "family.about_you.",
                        asking,
                        seen.rights()));
        before.addAll(
                rights(
                        locale,
                        "family.letter.you_may",
                        "family.right.",
                        asking,
                        seen.theirRights()));
        before.add(texts.text(locale, "family.letter.nothing_yet"));
        return messages.write(
                new Letter(
                        asked.id(),
                        asking.id(),
                        address,
                        "invitation",
                        locale,
                        texts.text(locale, "family.letter.subject", asking.firstName(), business),
                        before,
                        addresses.of(path),
                        texts.text(locale, "family.letter.link"),
                        List.of(
                                texts.text(
                                        locale,
                                        "family.letter.until",
                                        date(locale, until),
                                        asking.firstName()),
                                business)));
    }

    private String date(Locale locale, Instant until) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale)
                .format(LocalDate.ofInstant(until, businesses.current().zone()));
    }

    private List<String> rights(
            Locale locale, String key, String named, Person asking, Rights rights) {
        String all =
                rights.all().stream()
                        .map(right -> texts.text(locale, named + right.wireName()))
                        .collect(Collectors.joining(", "));
        return rights.isNone()
                ? List.of()
                : List.of(texts.text(locale, key, asking.firstName(), all));
    }
}
