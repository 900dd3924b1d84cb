package app.clientele.customers.duplicates;

import app.clientele.customers.SearchKeys;
import app.clientele.database.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for pairs of records that may be one person's: through all of a business's customers once,
 * then through those that changed.
 */
@Component
class PairSearch {
    private static final int STEP = 1000;

    /** A number or name more share than this is a switchboard's or too common to tell anything. */
    private static final int SHARED_BY = 20;

    /** Sharing a phone and nothing else, as families do, is not worth asking about. */
    private static final int WORTH_ASKING = 40;

    private final Sql sql;
    private final LookedUp people;
    private final List<ManyComing> waits;

    PairSearch(Sql sql, LookedUp people, List<ManyComing> waits) {
        this.sql = sql;
        this.people = people;
        this.waits = waits;
    }

    private record Progress(OffsetDateTime until, UUID afterId) {}

    private record Pair(UUID one, UUID other) {
        static Pair of(UUID a, UUID b) {
            // as the database compares them
            return a.toString().compareTo(b.toString()) < 0 ? new Pair(a, b) : new Pair(b, a);
        }
    }

    /** The businesses in which somebody changed since they were looked through. */
    @Transactional(readOnly = true)
    public List<UUID> businesses() {
        return sql.acrossBusinesses("select businesses_to_search_for_pairs()")
                .query(UUID.class)
                .list();
    }

    /**
     * Looks at some of those who changed, the longest ago first. While many are coming in it waits:
     * that would only take from them what time there is.
     *
     * @return whether there may be more
     */
    @Transactional
    public boolean step() {
        if (waits.stream().anyMatch(ManyComing::now)) {
            return false;
        }
        Progress from = progress();
        List<LookedUp.Person> changed = people.changedSince(from.until(), from.afterId(), STEP);
        if (changed.isEmpty()) {
            return false;
        }
        Map<Pair, Likeness> pairs = pairs(changed);
        if (!hold(pairs.keySet())) {
            return false;
        }
        forget(changed);
        write(pairs);
        LookedUp.Person last = changed.getLast();
        sql.of(
                        "update customer_pair_search set until = :until, after_id = :after where business_id = :business")
                .param("until", last.updatedAt())
                .param("after", last.id())
                .update();
        return changed.size() == STEP;
    }

    private Progress progress() {
        sql.of(
                        """
                        insert into customer_pair_search (business_id, until, after_id)
                        values (:business, '-infinity', '00000000-0000-0000-0000-000000000000') on conflict do nothing
                        """)
                .update();
        return sql.of(
                        """
                        select greatest(until, '0001-01-01') until, after_id from customer_pair_search
                        where business_id = :business for update
                        """)
                .query((row, number) ->
                        new Progress(
                                row.getObject("until", OffsetDateTime.class),
                                row.getObject("after_id", UUID.class)))
                .single();
    }

    /**
     * Keeps those of the pairs from being merged until the transaction ends. Whoever merges waits
     * for nobody's search, so neither may the search: where somebody is held already, it comes back
     * another time.
     */
    private boolean hold(Collection<Pair> pairs) {
        UUID[] ids =
                pairs.stream()
                        .flatMap(p -> Stream.of(p.one(), p.other()))
                        .distinct()
                        .toArray(UUID[]::new);
        return sql.of(
                                "select id from customer where business_id = :business and id = any(:ids) for key share skip locked")
                        .param("ids", ids)
                        .query(UUID.class)
                        .list()
                        .size()
                == ids.length;
    }

    /** But for those somebody else is deleting already. */
    private void forget(Collection<LookedUp.Person> changed) {
        for (String column : List.of("customer_id", "other_id")) {
            sql.of(
                            """
                            delete from customer_pair where business_id = :business and (customer_id, other_id) in (
                                select customer_id, other_id from customer_pair
                                where business_id = :business and %s = any(:ids) for update skip locked)
                            """
                                    .formatted(column))
                    .param("ids", changed.stream().map(LookedUp.Person::id).toArray(UUID[]::new))
                    .update();
        }
    }

    private Map<Pair, Likeness> pairs(List<LookedUp.Person> changed) {
        Map<Pair, Set<Character>> shared = shared(changed);
        Map<UUID, LookedUp.Person> known = new HashMap<>();
        changed.forEach(p -> known.put(p.id(), p));
        Set<UUID> others = new HashSet<>();
        shared.keySet().forEach(p -> others.addAll(List.of(p.one(), p.other())));
        others.removeAll(known.keySet());
        people.of(others).forEach(p -> known.put(p.id(), p));
        Map<Pair, Likeness> pairs = new LinkedHashMap<>();
        shared.forEach((pair, kinds) -> {
            Likeness likeness = likeness(known.get(pair.one()), known.get(pair.other()), kinds);
            if (likeness != null && likeness.score() >= WORTH_ASKING) {
                pairs.put(pair, likeness);
            }
        });
        return pairs;
    }

    private static @Nullable Likeness likeness(
            LookedUp.@Nullable Person one, LookedUp.@Nullable Person other, Set<Character> kinds) {
        return one == null || other == null
                ? null
                : Likeness.of(
                        kinds.contains(SearchKeys.Key.PHONE),
                        kinds.contains(SearchKeys.Key.EMAIL),
                        one.firstName(),
                        one.lastName(),
                        other.firstName(),
                        other.lastName());
    }

    /** Who shares a key with whom, and of what kinds. */
    private Map<Pair, Set<Character>> shared(List<LookedUp.Person> changed) {
        List<UUID> owners = new ArrayList<>();
        List<LookedUp.Range> ranges = new ArrayList<>();
        for (LookedUp.Person person : changed) {
            for (LookedUp.Range range : person.ranges()) {
                owners.add(person.id());
                ranges.add(range);
            }
        }
        Map<Pair, Set<Character>> shared = new HashMap<>();
        sql.of(
                        """
                        select w.customer_id, o.found, w.kind from unnest(:owners, :from, :until, :kinds) w(customer_id, "from", until, kind)
                        cross join lateral (
                            select array_agg(distinct k.customer_id) found from (
                                select k.customer_id from customer_key k
                                where k.business_id = :business and k.key >= w."from" and k.key <= w.until
                                    and (k.kind = w.kind::"char" or w.kind = 'n' and k.kind = 'a')
                                limit :most) k where k.customer_id <> w.customer_id) o
                        where cardinality(o.found) < :shared
                        """)
                .param("owners", owners.toArray(UUID[]::new))
                .param("from", texts(ranges, LookedUp.Range::from))
                .param("until", texts(ranges, LookedUp.Range::until))
                .param("kinds", texts(ranges, r -> String.valueOf(r.kind())))
                .param("most", 2 * SHARED_BY + 1)
                .param("shared", SHARED_BY)
                .query(row -> {
                    add(row, shared);
                });
        return shared;
    }

    private static String[] texts(
            List<LookedUp.Range> ranges, java.util.function.Function<LookedUp.Range, String> part) {
        return ranges.stream().map(part).toArray(String[]::new);
    }

    private static void add(ResultSet row, Map<Pair, Set<Character>> shared) throws SQLException {
        UUID owner = row.getObject("customer_id", UUID.class);
        for (UUID other : (UUID[]) row.getArray("found").getArray()) {
            shared.computeIfAbsent(Pair.of(owner, other), p -> new TreeSet<>())
                    .add(row.getString("kind").charAt(0));
        }
    }

    private void write(Map<Pair, Likeness> pairs) {
        List<Pair> keys = List.copyOf(pairs.keySet());
        List<Likeness> values = keys.stream().map(pairs::get).toList();
        sql.of(
                        """
                        insert into customer_pair (business_id, customer_id, other_id, score, reasons)
                        select :business, p.one, p.other, p.score, string_to_array(p.reasons, ' ')
                        from unnest(:ones, :others, :scores, :reasons) p(one, other, score, reasons)
                        where not exists (select from customer_distinct d
                            where d.business_id = :business and d.customer_id = p.one and d.other_id = p.other)
                        on conflict (business_id, customer_id, other_id) do update set score = excluded.score, reasons = excluded.reasons
                        """)
                .param("ones", keys.stream().map(Pair::one).toArray(UUID[]::new))
                .param("others", keys.stream().map(Pair::other).toArray(UUID[]::new))
                .param("scores", values.stream().map(Likeness::score).toArray(Integer[]::new))
                .param("reasons", values.stream().map(PairSearch::words).toArray(String[]::new))
                .update();
    }

    private static String words(Likeness likeness) {
        return String.join(" ", likeness.told().stream().map(Duplicates.Reason::wireName).toList());
    }
}
