package app.clientele.customers.duplicates;

import app.clientele.business.Businesses;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Phones;
import app.clientele.customers.search.CustomerHits;
import app.clientele.customers.search.CustomerSearch.Hit;
import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells which customers somebody being written down may already be, and why. */
@Service
public class Duplicates {
    private static final int SHOWN = 5;
    private static final int CANDIDATES = 100;

    private final Sql sql;
    private final Businesses businesses;
    private final CustomerHits hits;

    Duplicates(Sql sql, Businesses businesses, CustomerHits hits) {
        this.sql = sql;
        this.businesses = businesses;
        this.hits = hits;
    }

    /** What two records have in common. */
    public enum Reason {
        PHONE,
        EMAIL,
        NAMES,
        FIRST_NAME,
        LAST_NAME;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Somebody already known.
     *
     * @param score from 30 (same phone, as families have) to 100 (same phone and names)
     */
    public record Likely(Hit customer, int score, List<Reason> reasons) {}

    private record Candidate(UUID id, Likeness likeness) {
        int score() {
            return likeness.score();
        }
    }

    /**
     * The likeliest, best first; one that only shares a first or last name is not among them.
     *
     * @param draft what is known so far, perhaps very little
     * @param self the record itself when it exists already
     */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<Likely> of(CustomerDetails draft, @Nullable UUID self) {
        List<Candidate> likely =
                candidates(draft).stream()
                        .filter(c -> !c.id().equals(self) && c.score() > 0)
                        .sorted(Comparator.comparingInt(Candidate::score).reversed())
                        .limit(SHOWN)
                        .toList();
        if (likely.isEmpty()) {
            return List.of();
        }
        Map<UUID, Hit> known =
                hits.of(likely.stream().map(Candidate::id).toList(), SHOWN, true).stream()
                        .collect(Collectors.toMap(Hit::id, Function.identity()));
        return likely.stream()
                .map(c -> new Likely(known(known, c), c.score(), c.likeness().told()))
                .toList();
    }

    private static Hit known(Map<UUID, Hit> all, Candidate candidate) {
        return Objects.requireNonNull(all.get(candidate.id()));
    }

    private List<Candidate> candidates(CustomerDetails draft) {
        String first = Likeness.folded(draft.firstName());
        String last = Likeness.folded(draft.lastName());
        List<String> phones = phones(draft);
        List<String> emails = emails(draft);
        String byName = first.isEmpty() || last.isEmpty() ? "" : last + " " + first;
        if (phones.isEmpty() && emails.isEmpty() && byName.isEmpty()) {
            return List.of();
        }
        return sql.of(
                        """
                        select c.id, c.first_name, c.last_name, h.phone, h.email
                        from (select k.customer_id, bool_or(k.kind = 'p') phone, bool_or(k.kind = 'e') email
                              from customer_key k
                              where k.business_id = :business
                                and (k.key = any(:contacts) and k.kind in ('p', 'e')
                                  or :name <> '' and k.key >= :name and k.key < :afterName and k.kind in ('n', 'a'))
                              group by k.customer_id limit :most) h
                        join customer c on c.business_id = :business and c.id = h.customer_id and c.erase_at is null
                        """)
                .param("contacts", both(phones, emails))
                .param("name", byName)
                .param("afterName", byName + "\uDBFF\uDFFD")
                .param("most", CANDIDATES)
                .query((row, number) -> candidate(row, draft))
                .list();
    }

    private static Candidate candidate(ResultSet row, CustomerDetails draft) throws SQLException {
        return new Candidate(
                row.getObject("id", UUID.class),
                Likeness.of(
                        row.getBoolean("phone"),
                        row.getBoolean("email"),
                        draft.firstName(),
                        draft.lastName(),
                        row.getString("first_name"),
                        row.getString("last_name")));
    }

    private List<String> phones(CustomerDetails draft) {
        String country = businesses.current().country();
        return draft.phones().stream()
                .map(CustomerDetails.Phone::number)
                .filter(Objects::nonNull)
                .map(n -> Phones.digits(Objects.requireNonNullElse(Phones.e164(n, country), n)))
                .filter(digits -> digits.length() >= 6)
                .toList();
    }

    private static List<String> emails(CustomerDetails draft) {
        return draft.emails().stream()
                .map(CustomerDetails.Email::address)
                .filter(Objects::nonNull)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String[] both(List<String> phones, List<String> emails) {
        List<String> contacts = new ArrayList<>(phones);
        contacts.addAll(emails);
        return contacts.toArray(String[]::new);
    }
}
