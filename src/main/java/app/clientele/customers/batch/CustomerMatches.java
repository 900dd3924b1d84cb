package app.clientele.customers.batch;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerRows;
import app.clientele.customers.SearchKeys.Key;
import app.clientele.customers.batch.CustomerBatch.Prepared;
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
 * Tells which incoming customers are known already: by external id where something else agrees,
 * else by e-mail or phone together with the first name, else by the whole name together with the
 * birthday. A contact alone proves nothing: families share them.
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
    record Match(Customer customer, String reason) {}

    /**
     * The customers found for a number of rows.
     *
     * @param importId of the import the rows belong to
     */
    record Found(Map<Key, List<Customer>> byKey, @Nullable UUID importId) {
        @Nullable Match of(Prepared row) {
            return Identity.KINDS.stream()
                    .map(kind -> by(kind, row))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private @Nullable Match by(char kind, Prepared row) {
            for (Key key : row.keys()) {
                List<Customer> known =
                        key.kind() == kind ? byKey.getOrDefault(key, List.of()) : List.of();
                for (Customer one : known) {
                    if (Identity.isSame(kind, row.details(), one.details(), isOurs(one))) {
                        return new Match(one, reason(kind));
                    }
                }
            }
            return null;
        }

        boolean isOurs(Customer known) {
            return importId != null && importId.equals(known.importId());
        }

        private static String reason(char kind) {
            return switch (kind) {
                case Identity.EXTERNAL -> "same_external_id";
                case Key.EMAIL -> "same_email";
                case Key.PHONE -> "same_phone";
                default -> "same_name_and_birthday";
            };
        }
    }

    Found find(Collection<Prepared> prepared, @Nullable UUID importId) {
        Map<Key, List<UUID>> idsByKey = new HashMap<>();
        byExternalId(prepared, idsByKey);
        byContact(prepared, idsByKey);
        byNameAndBirthday(prepared, idsByKey);
        Set<UUID> ids = new HashSet<>();
        idsByKey.values().forEach(ids::addAll);
        Map<UUID, Customer> byId = new HashMap<>();
        rows.find(ids).forEach(c -> byId.put(c.id(), c));
        Map<Key, List<Customer>> byKey = new HashMap<>();
        idsByKey.forEach((key, of) ->
                byKey.put(key, of.stream().map(byId::get).filter(Objects::nonNull).toList()));
        return new Found(byKey, importId);
    }

    /** The texts of the notes these have. */
    Map<UUID, Set<String>> notes(Collection<UUID> customers) {
        Map<UUID, Set<String>> notes = new HashMap<>();
        if (!customers.isEmpty()) {
            sql.of(
                            "select customer_id, body from note where business_id = :business and customer_id = any(:customers)")
                    .param("customers", customers.toArray(UUID[]::new))
                    .query(row -> {
                        notes.computeIfAbsent(
                                        row.getObject("customer_id", UUID.class),
                                        c -> new HashSet<>())
                                .add(row.getString("body"));
                    });
        }
        return notes;
    }

    private static String[] texts(Collection<Prepared> prepared, Character... kinds) {
        List<Character> wanted = List.of(kinds);
        return prepared.stream()
                .flatMap(p -> p.keys().stream())
                .filter(k -> wanted.contains(k.kind()))
                .map(Key::text)
                .distinct()
                .toArray(String[]::new);
    }

    /** Those who have an id before those who once had it. */
    private void byExternalId(Collection<Prepared> prepared, Map<Key, List<UUID>> found) {
        String[] wanted = texts(prepared, Identity.EXTERNAL);
        if (wanted.length > 0) {
            sql.of(
                            """
                            select 'x' kind, external_id "key", id customer_id from customer where business_id = :business and external_id = any(:wanted)
                            union all
                            select 'x', external_id, customer_id from customer_alias where business_id = :business and external_id = any(:wanted)
                            """)
                    .param("wanted", wanted)
                    .query(row -> {
                        add(row, found);
                    });
        }
    }

    /** A number that many share, a switchboard's, tells nobody apart; few of them are looked at. */
    private void byContact(Collection<Prepared> prepared, Map<Key, List<UUID>> found) {
        String[] wanted = texts(prepared, Key.EMAIL, Key.PHONE);
        if (wanted.length == 0) {
            return;
        }
        sql.of(
                        """
                        select k.kind, k.key, k.customer_id from unnest(:wanted) w(key)
                        join lateral (select k.kind, k.key, k.customer_id from customer_key k
                            where k.business_id = :business and k.key = w.key and k.kind in ('e', 'p') limit 20) k on true
                        """)
                .param("wanted", wanted)
                .query(row -> {
                    add(row, found);
                });
    }

    private record Named(String key, String sortName, Birthday birthday) {
        static Stream<Named> of(Prepared row) {
            Birthday birthday = row.details().birthday();
            return row.keys().stream()
                    .filter(k -> k.kind() == Key.NAME && birthday != null)
                    .flatMap(k ->
                            Identity.sortNames(row.details())
                                    .map(s ->
                                            new Named(
                                                    k.text(),
                                                    s,
                                                    Objects.requireNonNull(birthday))));
        }
    }

    /** Record by record in the index of names: joined as one, all who have the names were read. */
    private void byNameAndBirthday(Collection<Prepared> prepared, Map<Key, List<UUID>> found) {
        List<Named> named = prepared.stream().flatMap(Named::of).distinct().toList();
        if (named.isEmpty()) {
            return;
        }
        sql.of(
                        """
                        select 'n' kind, w.key, c.id customer_id
                        from unnest(:keys, :sortNames, :years, :months, :days) w(key, sort_name, year, month, day)
                        cross join lateral (select c.id from customer c
                            where c.business_id = :business and coalesce(c.birth_month, 13) = w.month and coalesce(c.birth_day, 0) = w.day
                                and c.sort_name = w.sort_name and c.birth_year is not distinct from w.year offset 0) c
                        """)
                .param("keys", named.stream().map(Named::key).toArray(String[]::new))
                .param("sortNames", named.stream().map(Named::sortName).toArray(String[]::new))
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

    private static void add(ResultSet row, Map<Key, List<UUID>> found) throws SQLException {
        Key key = new Key(row.getString("kind").charAt(0), row.getString("key"));
        found.computeIfAbsent(key, k -> new ArrayList<>())
                .add(row.getObject("customer_id", UUID.class));
    }
}
