package app.clientele.customers.search;

import app.clientele.business.Businesses;
import app.clientele.customers.Masking;
import app.clientele.customers.SearchKeys;
import app.clientele.database.Plans;
import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds customers as one types: by any part of a name, e-mail, phone or number, forgiving accents
 * and slips.
 *
 * <p>Three steps, each only when those before found too little: what begins like it (a phone also
 * what ends like it), what contains it, what is spelt like it. Names are looked for by way of the
 * words they are made of, since those stay few however many customers there are. Where customers
 * are many, looking into everything about them is left to what nothing else was found for.
 */
@Service
public class CustomerSearch {
    private static final int ENOUGH = 10;
    private static final int SPELLINGS_IN_PARTS = 3;

    /** No business has customers with longer numbers. */
    private static final int LONGEST_NUMBER = 9;

    private final Sql sql;
    private final Businesses businesses;
    private final Spellings spellings;
    private final CustomerHits hits;
    private final List<KnownBy> known;

    CustomerSearch(
            Sql sql,
            Businesses businesses,
            Spellings spellings,
            CustomerHits hits,
            List<KnownBy> known) {
        this.sql = sql;
        this.businesses = businesses;
        this.spellings = spellings;
        this.hits = hits;
        this.known = known;
    }

    /** One person found, as a line of a list shows them. */
    public record Hit(
            UUID id,
            long number,
            String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String photoUrl,
            @Nullable String status,
            boolean deactivated,
            boolean locked) {}

    /** The best matches for what was typed so far, at most so many. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true, label = Plans.KEPT)
    public List<Hit> find(String typed, int limit, boolean deactivatedToo) {
        List<UUID> ids = ids(typed, limit + (deactivatedToo ? 0 : limit / 2));
        return hits.of(ids, limit, deactivatedToo);
    }

    /** The ids of the best matches, best first. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true, label = Plans.KEPT)
    public List<UUID> ids(String text, int limit) {
        SearchText typed = SearchText.of(text, businesses.current().country());
        if (typed.isEmpty()) {
            return List.of();
        }
        Set<UUID> found = new LinkedHashSet<>();
        known.forEach(by -> found.addAll(by.owners(text)));
        found.addAll(numbered(typed, limit));
        if (found.size() < limit) {
            found.addAll(beginning(beginnings(typed), limit));
        }
        if (found.size() < limit && typed.isPart()) {
            contained(typed, limit, found);
        }
        if (found.isEmpty() && typed.number() == null) {
            misspelt(typed, limit, found);
        }
        return found.stream().limit(limit).toList();
    }

    /** Whose number it is or was before a merge, then whose number begins with it. */
    private List<UUID> numbered(SearchText typed, int most) {
        String digits = typed.number();
        if (digits == null
                || digits.length() > LONGEST_NUMBER
                || digits.startsWith("0")
                || typed.isBeginning()) {
            return List.of();
        }
        return sql.of(
                        """
                        select c.id from unnest(:low, :high) r(low, high)
                        cross join lateral (
                            (select id, number from customer
                             where business_id = :business and number >= r.low and number < r.high
                             order by number limit %1$s)
                            union all
                            (select customer_id, number from customer_alias
                             where business_id = :business and number >= r.low and number < r.high
                             order by number limit %1$s)) c
                        order by c.number limit %1$s
                        """
                                .formatted(most))
                .param("low", longer(Long.parseLong(digits), digits.length()))
                .param("high", longer(Long.parseLong(digits) + 1, digits.length()))
                .query(UUID.class)
                .list();
    }

    /** 48, 480, 4800 …: where the numbers that begin with 48 begin. */
    private static Long[] longer(long number, int digits) {
        return LongStream.iterate(number, n -> n * 10)
                .limit(LONGEST_NUMBER - digits + 1L)
                .boxed()
                .toArray(Long[]::new);
    }

    private static List<String> beginnings(SearchText typed) {
        List<String> beginnings = new ArrayList<>(typed.beginnings());
        String digits = typed.number();
        if (digits != null && typed.isPart() && !typed.isBeginning() && !Masking.applies()) {
            beginnings.add(SearchKeys.ending(digits));
        }
        return beginnings;
    }

    /** Limits stand in the text of statements, so that the plan is found once and kept. */
    private List<UUID> beginning(List<String> beginnings, int most) {
        return sql.of(
                        """
                        select k.customer_id from unnest(:from, :to) with ordinality b(low, high, place)
                        cross join lateral (
                            select key, customer_id from customer_key
                            where business_id = :business and key >= b.low and key < b.high %s
                            order by key, customer_id limit %s) k
                        order by b.place, k.key, k.customer_id
                        """
                                .formatted(visible("'n', 'a'", "or key = b.low"), 2 * most))
                .param("from", beginnings.toArray(String[]::new))
                .param("to", beginnings.stream().map(CustomerSearch::after).toArray(String[]::new))
                .query(UUID.class)
                .list();
    }

    /**
     * Who may not see contacts must not guess them digit by digit either: only whole ones are
     * found.
     */
    private static String visible(String kinds, String whole) {
        return Masking.applies() ? "and (kind in (" + kinds + ") " + whole + ")" : "";
    }

    /** The first text in plain byte order that no longer begins with the prefix. */
    static String after(String prefix) {
        return prefix + "\uDBFF\uDFFD";
    }

    private void contained(SearchText typed, int limit, Set<UUID> found) {
        if (typed.isBeginning() && !found.isEmpty()) {
            return;
        }
        if (typed.isOneWord() && typed.number() == null) {
            found.addAll(named(typed.patterns().getFirst(), limit));
        }
        if (found.size() < (typed.number() == null ? Math.min(ENOUGH, limit) : limit)) {
            boolean dispensable = typed.isOneWord() && !found.isEmpty();
            found.addAll(containing(typed.patterns(), dispensable, limit));
        }
    }

    private List<UUID> named(String pattern, int limit) {
        return sql.of("select customers_named_like(:pattern, :most) where :business is not null")
                .param("pattern", pattern)
                .param("most", limit)
                .query(UUID.class)
                .list();
    }

    /** Those whose texts fit; none where customers are many and it is dispensable. */
    private List<UUID> containing(List<String> patterns, boolean dispensable, int limit) {
        return sql.of(
                        "select customers_containing(:patterns, :inNames, :dispensable, :most) where :business is not null")
                .param("patterns", patterns.toArray(String[]::new))
                .param("inNames", Masking.applies())
                .param("dispensable", dispensable)
                .param("most", limit)
                .query(UUID.class)
                .list();
    }

    private void misspelt(SearchText typed, int limit, Set<UUID> found) {
        List<String> likely = spellings.of(typed.words());
        found.addAll(likely.isEmpty() ? List.of() : beginning(likely, limit));
        for (String spelling : likely.stream().limit(SPELLINGS_IN_PARTS).toList()) {
            if (found.isEmpty() && !typed.isOneWord()) {
                found.addAll(
                        containing(
                                SearchText.patterns(List.of(spelling.split(" ", -1))),
                                false,
                                limit));
            }
        }
    }
}
