package app.clientele.customers;

import app.clientele.customers.CustomerBatch.Prepared;
import app.clientele.database.Sql;
import app.clientele.shared.Birthday;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells which incoming customers are known already: by external id, else by e-mail or phone
 * together with the first name, else by the whole name together with the birthday. A contact alone
 * proves nothing: families share them.
 */
@Component
class CustomerMatches {
    private final Sql sql;
    private final CustomerRows rows;

    CustomerMatches(Sql sql, CustomerRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** Somebody known, and how one knows. */
    record Match(Customer known, String reason) {
        UUID customer() {
            return known.id();
        }

        CustomerDetails details() {
            return known.details();
        }
    }

    /** The customers found for a number of rows. */
    record Found(
            Map<String, UUID> byExternalId,
            Map<String, List<Customer>> byKey,
            Map<UUID, Customer> byId) {
        @Nullable Match of(Prepared row) {
            CustomerDetails details = row.details();
            UUID same =
                    details.externalId() == null ? null : byExternalId.get(details.externalId());
            if (same != null) {
                Customer known = Objects.requireNonNull(byId.get(same));
                return new Match(known, "same_external_id");
            }
            return Stream.of(SearchKeys.Key.EMAIL, SearchKeys.Key.PHONE, SearchKeys.Key.NAME)
                    .map(kind -> by(kind, row))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable Match by(char kind, Prepared row) {
            for (SearchKeys.Key key : row.keys()) {
                for (Customer known :
                        key.kind() == kind
                                ? byKey.getOrDefault(key.text(), List.of())
                                : List.<Customer>of()) {
                    if (Identity.isSame(kind, row.details(), known.details())) {
                        return new Match(known, reason(kind));
                    }
                }
            }
            return null;
        }

        private static String reason(char kind) {
            return switch (kind) {
                case SearchKeys.Key.EMAIL -> "same_email";
                case SearchKeys.Key.PHONE -> "same_phone";
                default -> "same_name_and_birthday";
            };
        }
    }

    Found find(Collection<Prepared> prepared) {
        Map<String, UUID> byExternalId = byExternalId(prepared);
        Map<String, List<UUID>> idsByKey = idsByKey(prepared);
        Set<UUID> ids = new HashSet<>(byExternalId.values());
        idsByKey.values().forEach(ids::addAll);
        Map<UUID, Customer> byId = new HashMap<>();
        rows.find(ids).forEach(c -> byId.put(c.id(), c));
        Map<String, List<Customer>> byKey = new HashMap<>();
        idsByKey.forEach((key, of) ->
                byKey.put(key, of.stream().map(byId::get).filter(Objects::nonNull).toList()));
        return new Found(byExternalId, byKey, byId);
    }

    private Map<String, UUID> byExternalId(Collection<Prepared> prepared) {
        String[] wanted =
                prepared.stream()
                        .map(p -> p.details().externalId())
                        .filter(Objects::nonNull)
                        .toArray(String[]::new);
        Map<String, UUID> found = new HashMap<>();
        if (wanted.length > 0) {
            sql.of(
                            """
                            select external_id, customer_id id from customer_alias where business_id = :business and external_id = any(:wanted)
                            union all
                            select external_id, id from customer where business_id = :business and external_id = any(:wanted)
                            """)
                    .param("wanted", wanted)
                    .query(row -> {
                        found.put(row.getString("external_id"), row.getObject("id", UUID.class));
                    });
        }
        return found;
    }

    private Map<String, List<UUID>> idsByKey(Collection<Prepared> prepared) {
        Map<String, List<UUID>> found = new HashMap<>();
        byContact(prepared, found);
        byNameAndBirthday(prepared, found);
        return found;
    }

    /** A number that many share, a switchboard's, tells nobody apart; few of them are looked at. */
    private void byContact(Collection<Prepared> prepared, Map<String, List<UUID>> found) {
        String[] wanted =
                prepared.stream()
                        .flatMap(p -> p.keys().stream())
                        .filter(k -> k.kind() != SearchKeys.Key.NAME)
                        .map(SearchKeys.Key::text)
                        .distinct()
                        .toArray(String[]::new);
        if (wanted.length == 0) {
            return;
        }
        sql.of(
                        """
                        select k.key, k.customer_id from unnest(:wanted) w(key)
                        join lateral (select k.key, k.customer_id from customer_key k
                            where k.business_id = :business and k.key = w.key and k.kind in ('e', 'p') limit 20) k on true
                        """)
                .param("wanted", wanted)
                .query(row -> {
                    add(row, found);
                });
    }

    private record Named(String key, Birthday birthday) {}

    private void byNameAndBirthday(Collection<Prepared> prepared, Map<String, List<UUID>> found) {
        List<Named> named =
                prepared.stream()
                        .filter(p -> p.details().birthday() != null)
                        .flatMap(p ->
                                p.keys().stream()
                                        .filter(k -> k.kind() == SearchKeys.Key.NAME)
                                        .map(k ->
                                                new Named(
                                                        k.text(),
                                                        Objects.requireNonNull(
                                                                p.details().birthday()))))
                        .distinct()
                        .toList();
        if (named.isEmpty()) {
            return;
        }
        sql.of(
                        """
                        select w.key, c.id customer_id from unnest(:keys, :years, :months, :days) w(key, year, month, day)
                        join customer_key k on k.business_id = :business and k.key = w.key and k.kind = 'n'
                        join customer c on c.business_id = :business and c.id = k.customer_id
                            and c.birth_month = w.month and c.birth_day = w.day and c.birth_year is not distinct from w.year
                        """)
                .param("keys", named.stream().map(Named::key).toArray(String[]::new))
                .param("years", parts(named, Birthday::year))
                .param("months", parts(named, Birthday::month))
                .param("days", parts(named, Birthday::day))
                .query(row -> {
                    add(row, found);
                });
    }

    private static Integer[] parts(List<Named> named, Function<Birthday, @Nullable Integer> part) {
        return named.stream().map(n -> part.apply(n.birthday())).toArray(Integer[]::new);
    }

    private static void add(ResultSet row, Map<String, List<UUID>> found) throws SQLException {
        found.computeIfAbsent(row.getString("key"), k -> new ArrayList<>())
                .add(row.getObject("customer_id", UUID.class));
    }
}
