package app.clientele.customers.duplicates;

import app.clientele.customers.search.CustomerHits;
import app.clientele.customers.search.CustomerSearch.Hit;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pairs of records that may be one person's, and those somebody said are not. */
@Service
public class LikelyPairs {
    /** From here on two are probably the same person; below, as well a family with one phone. */
    private static final int LIKELY = 75;

    private final Sql sql;
    private final CustomerHits hits;

    /** SQL that leaves out those who are known to be two people. */
    private final String open;

    LikelyPairs(Sql sql, CustomerHits hits, List<KnownApart> apart) {
        this.sql = sql;
        this.hits = hits;
        this.open =
                apart.stream().map(a -> " and not " + a.condition()).collect(Collectors.joining());
    }

    /**
     * Two records.
     *
     * @param score from 40 to 100, and 0 once they are said to be two people
     */
    public record LikelyPair(Hit customer, Hit other, int score, List<Duplicates.Reason> reasons) {}

    private record Found(UUID customerId, UUID otherId, int score, String reasons) {}

    /**
     * Those to decide about, the likeliest first.
     *
     * @param likely whether they are probably the same; else those who may as well be a family
     */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional(readOnly = true)
    public Page<LikelyPair> all(boolean likely, @Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 3);
        List<Found> found =
                sql.of(
                                """
                                select customer_id, other_id, score, array_to_string(reasons, ' ') reasons from customer_pair p
                                where business_id = :business and score >= :least and score < :under and (:score::int is null
                                    or score <= :score and (score < :score or (customer_id, other_id) > (:one, :other)))
                                    %s
                                order by score desc, customer_id, other_id limit :limit
                                """
                                        .formatted(open))
                        .param("least", likely ? LIKELY : 0)
                        .param("under", likely ? 101 : LIKELY)
                        .param("score", from == null ? null : (int) from.number(0))
                        .param("one", from == null ? null : from.id(1))
                        .param("other", from == null ? null : from.id(2))
                        .param("limit", limit + 1)
                        .query(Found.class)
                        .list();
        return page(found, limit, f -> Cursor.of(f.score(), f.customerId(), f.otherId()));
    }

    /** Those somebody said are two people, the latest first. */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional(readOnly = true)
    public Page<LikelyPair> distinct(@Nullable String cursor, int limit) {
        Cursor from = Cursor.parse(cursor, 2);
        List<Found> found =
                sql.of(
                                """
                                select customer_id, other_id, 0 score, '' reasons from customer_distinct
                                where business_id = :business and customer_id < other_id
                                    and (:one::uuid is null or (customer_id, other_id) > (:one, :other))
                                order by customer_id, other_id limit :limit
                                """)
                        .param("one", from == null ? null : from.id(0))
                        .param("other", from == null ? null : from.id(1))
                        .param("limit", limit + 1)
                        .query(Found.class)
                        .list();
        return page(found, limit, f -> Cursor.of(f.customerId(), f.otherId()));
    }

    private Page<LikelyPair> page(List<Found> found, int limit, Function<Found, String> cursor) {
        List<UUID> ids =
                found.stream()
                        .flatMap(f -> Stream.of(f.customerId(), f.otherId()))
                        .distinct()
                        .toList();
        Map<UUID, Hit> known =
                hits.of(ids, Math.max(1, ids.size()), true).stream()
                        .collect(Collectors.toMap(Hit::id, Function.identity()));
        Page<Found> page = Page.of(found, limit, cursor::apply);
        return new Page<>(
                page.items().stream()
                        .filter(f ->
                                known.containsKey(f.customerId()) && known.containsKey(f.otherId()))
                        .map(f -> pair(f, known))
                        .toList(),
                page.next());
    }

    private static LikelyPair pair(Found found, Map<UUID, Hit> known) {
        return new LikelyPair(
                Objects.requireNonNull(known.get(found.customerId())),
                Objects.requireNonNull(known.get(found.otherId())),
                found.score(),
                Arrays.stream(Duplicates.Reason.values())
                        .filter(r -> List.of(found.reasons().split(" ")).contains(r.wireName()))
                        .toList());
    }

    /** How many are probably the same; no more than a hundred are counted. */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional(readOnly = true)
    public long count() {
        return sql.of(
                        """
                        select count(*) from (
                            select from customer_pair p where business_id = :business and score >= :least %s limit 100) n
                        """
                                .formatted(open))
                .param("least", LIKELY)
                .query(Long.class)
                .single();
    }

    /** Says that two are not the same person; nobody is asked about them again. */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional
    public void tellApart(UUID one, UUID other) {
        if (one.equals(other)) {
            throw new Invalid("other", "same_record");
        }
        lock(one, other);
        for (List<UUID> way : List.of(List.of(one, other), List.of(other, one))) {
            sql.of(
                            """
                            insert into customer_distinct (business_id, id, customer_id, other_id, created_by)
                            values (:business, :id, :one, :other, :caller) on conflict (business_id, customer_id, other_id) do nothing
                            """)
                    .param("id", Ids.next())
                    .param("one", way.getFirst())
                    .param("other", way.getLast())
                    .update();
        }
        sql.of(
                        """
                        delete from customer_pair where business_id = :business
                            and (customer_id, other_id) in ((:one, :other), (:other, :one))
                        """)
                .param("one", one)
                .param("other", other)
                .update();
    }

    /** Takes that back: they are looked at again. */
    @Requires(Permission.CUSTOMER_MERGE)
    @Transactional
    public void askAgain(UUID one, UUID other) {
        lock(one, other);
        sql.of(
                        """
                        delete from customer_distinct where business_id = :business
                            and (customer_id, other_id) in ((:one, :other), (:other, :one))
                        """)
                .param("one", one)
                .param("other", other)
                .update();
        sql.of("update customer set updated_at = now() where business_id = :business and id = :one")
                .param("one", one)
                .update();
    }

    private void lock(UUID one, UUID other) {
        int there =
                sql.of(
                                "select id from customer where business_id = :business and id in (:one, :other) order by id for update")
                        .param("one", one)
                        .param("other", other)
                        .query(UUID.class)
                        .list()
                        .size();
        if (there < 2) {
            throw new NotFound("customer");
        }
    }
}
