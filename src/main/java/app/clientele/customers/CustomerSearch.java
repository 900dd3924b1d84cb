package app.clientele.customers;

import app.clientele.business.Businesses;
import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds customers as one types: by any part of a name, e-mail, phone or number, forgiving accents
 * and slips.
 *
 * <p>Three steps, each only when those before found too little: what begins like it, what contains
 * it, what is spelt like it. Names are looked for by way of the words they are made of, since those
 * stay few however many customers there are.
 */
@Service
public class CustomerSearch {
    private static final int ENOUGH = 10;
    private static final int SAMPLE = 3_000;
    private static final int SPELLINGS_IN_PARTS = 3;

    private final Sql sql;
    private final Businesses businesses;
    private final Spellings spellings;

    CustomerSearch(Sql sql, Businesses businesses, Spellings spellings) {
        this.sql = sql;
        this.businesses = businesses;
        this.spellings = spellings;
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
            boolean deactivated) {}

    /** The best matches for what was typed so far, at most so many. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<Hit> find(String typed, int limit, boolean deactivatedToo) {
        List<UUID> ids = ids(typed, limit + (deactivatedToo ? 0 : limit / 2));
        return hits(ids, limit, deactivatedToo);
    }

    /** The ids of the best matches, best first. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<UUID> ids(String text, int limit) {
        SearchText typed = SearchText.of(text, businesses.current().country());
        if (typed.isEmpty()) {
            return List.of();
        }
        Set<UUID> found = new LinkedHashSet<>();
        beginning(typed.beginnings(), limit, found);
        boolean settled = typed.isBeginning() && !found.isEmpty();
        if (found.size() < limit && typed.isPart() && !settled) {
            contained(typed, limit, found);
        }
        if (found.isEmpty() && !typed.isNumber()) {
            misspelt(typed, limit, found);
        }
        return found.stream().limit(limit).toList();
    }

    private void beginning(Collection<String> beginnings, int limit, Set<UUID> found) {
        for (String beginning : beginnings) {
            if (found.size() < limit) {
                found.addAll(beginning(beginning, 2 * limit));
            }
        }
    }

    /** Limits stand in the text of statements, so that the plan is found once and kept. */
    private List<UUID> beginning(String beginning, int most) {
        return sql.of(
                        """
                        select customer_id from customer_key
                        where business_id = :business and key >= :from and key < :to %s
                        order by key, customer_id limit %d
                        """
                                .formatted(visible("'n', 'a', '#'", "or key = :from"), most))
                .param("from", beginning)
                .param("to", after(beginning))
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
        if (typed.isOneWord() && !typed.isNumber()) {
            found.addAll(named(typed.patterns().getFirst(), limit));
        }
        if (found.size() < (typed.isNumber() ? limit : Math.min(ENOUGH, limit))) {
            found.addAll(withParts(typed.patterns(), limit));
        }
    }

    private List<UUID> named(String pattern, int limit) {
        return sql.of("select customers_named_like(:pattern, :most) where :business is not null")
                .param("pattern", pattern)
                .param("most", limit)
                .query(UUID.class)
                .list();
    }

    /**
     * What many have is met among the first few thousand; only what few have is worth the index.
     */
    private List<UUID> withParts(List<String> patterns, int limit) {
        String[] all = patterns.toArray(String[]::new);
        List<UUID> common = Masking.applies() ? List.of() : sampled(all, limit);
        return common.size() >= limit
                ? common
                : sql.of(
                                "select customers_with_parts(:patterns, :inNames, :most) where :business is not null")
                        .param("patterns", all)
                        .param("inNames", Masking.applies())
                        .param("most", limit)
                        .query(UUID.class)
                        .list();
    }

    private List<UUID> sampled(String[] patterns, int limit) {
        return sql.of(
                        """
                        select customer_id from (
                            select key, customer_id from customer_key
                            where business_id = :business and key >= ' ' and key < '!'
                            order by key, customer_id limit %d) k
                        where key like all(:patterns) limit %d
                        """
                                .formatted(SAMPLE, limit))
                .param("patterns", patterns)
                .query(UUID.class)
                .list();
    }

    private void misspelt(SearchText typed, int limit, Set<UUID> found) {
        List<String> likely = spellings.of(typed.words());
        beginning(likely, limit, found);
        for (String spelling : likely.stream().limit(SPELLINGS_IN_PARTS).toList()) {
            if (found.isEmpty() && !typed.isOneWord()) {
                found.addAll(
                        withParts(SearchText.patterns(List.of(spelling.split(" ", -1))), limit));
            }
        }
    }

    /** These customers as lines of a list, in this order. */
    List<Hit> hits(List<UUID> ids, int limit, boolean deactivatedToo) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return sql.of(
                        """
                        select c.id, c.number, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name,
                               jsonb_path_query_first(c.emails, '$[*] ? (@.primary == true).address') #>> '{}' email,
                               jsonb_path_query_first(c.phones, '$[*] ? (@.primary == true).number') #>> '{}' phone,
                               c.photo_id, s.name status, c.deactivated_at is not null deactivated
                        from customer c
                        left join choice s on s.business_id = :business and s.id = c.status_id
                        where c.business_id = :business and c.id = any(:ids) %s
                        order by array_position(:ids, c.id) limit %d
                        """
                                .formatted(
                                        deactivatedToo ? "" : "and c.deactivated_at is null",
                                        limit))
                .param("ids", ids.toArray(UUID[]::new))
                .query(CustomerSearch::hit)
                .list();
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        boolean masked = Masking.applies();
        UUID id = row.getObject("id", UUID.class);
        UUID photo = row.getObject("photo_id", UUID.class);
        String email = row.getString("email");
        String phone = row.getString("phone");
        return new Hit(
                id,
                row.getLong("number"),
                row.getString("name"),
                masked ? Masking.email(email) : email,
                masked ? Masking.number(phone) : phone,
                photo == null ? null : CustomerRows.photoUrl(id, photo),
                row.getString("status"),
                row.getBoolean("deactivated"));
    }
}
