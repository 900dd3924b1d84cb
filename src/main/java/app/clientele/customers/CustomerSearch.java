package app.clientele.customers;

import app.clientele.business.Businesses;
import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds customers as one types: by any part of a name, e-mail, phone or number, forgiving accents
 * and slips.
 *
 * <p>Three steps, each only when the one before found too little: what begins like it, what
 * contains it, what is spelt like it. Short texts stop after the first, since nearly everybody
 * contains three given letters.
 */
@Service
public class CustomerSearch {
    private static final int CONTAINED_FROM = 4;
    private static final int MISSPELT_FROM = 4;
    private static final int CANDIDATES = 500;

    private final Sql sql;
    private final Businesses businesses;

    CustomerSearch(Sql sql, Businesses businesses) {
        this.sql = sql;
        this.businesses = businesses;
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
        return ids.isEmpty() ? List.of() : hits(ids, limit, deactivatedToo);
    }

    /** The ids of the best matches. */
    @Requires(Permission.PROFILE_VIEW)
    @Transactional(readOnly = true)
    public List<UUID> ids(String typed, int limit) {
        Set<UUID> found = new LinkedHashSet<>();
        List<String> prefixes = prefixes(typed);
        if (prefixes.isEmpty()) {
            return List.of();
        }
        found.addAll(beginning(prefixes, limit));
        String folded = folded(typed);
        if (found.size() < limit && folded.length() >= CONTAINED_FROM) {
            found.addAll(containing(folded, limit));
        }
        if (found.isEmpty() && folded.length() >= MISSPELT_FROM) {
            found.addAll(speltLike(folded, limit));
        }
        return found.stream().limit(limit).toList();
    }

    private static boolean isNumber(String typed) {
        return !typed.isEmpty()
                && typed.chars().allMatch(c -> Character.isDigit(c) || " +-().#/".indexOf(c) >= 0);
    }

    private static String folded(String typed) {
        String stripped = typed.strip();
        if (stripped.contains("@")) {
            return stripped.toLowerCase(Locale.ROOT);
        }
        return isNumber(stripped) ? Phones.digits(stripped) : Names.fold(stripped);
    }

    /** What a key may begin with: for a phone, the ways in which a number may be written. */
    private List<String> prefixes(String typed) {
        String folded = folded(typed);
        if (folded.isEmpty()) {
            return List.of();
        }
        if (!isNumber(typed.strip())) {
            return List.of(folded);
        }
        List<String> prefixes = new ArrayList<>(List.of(folded));
        String country = Phones.callingCode(businesses.current().country());
        if (folded.startsWith("00")) {
            prefixes.add(folded.substring(2));
        } else if (folded.startsWith("0") && folded.length() > 1) {
            prefixes.add(country + folded.substring(1));
        } else if (!typed.strip().startsWith("+")) {
            prefixes.add(country + folded);
        }
        prefixes.removeIf(String::isEmpty);
        return prefixes;
    }

    private List<UUID> beginning(List<String> prefixes, int limit) {
        Set<UUID> found = new LinkedHashSet<>();
        for (String prefix : prefixes) {
            found.addAll(
                    sql.of(
                                    """
                                    select customer_id from (
                                        select key, customer_id from customer_key
                                        where business_id = :business and key >= :from and key < :to
                                        order by key, customer_id limit :most) k
                                    """)
                            .param("from", prefix)
                            .param("to", after(prefix))
                            .param("most", limit * 2)
                            .query(UUID.class)
                            .list());
            if (found.size() >= limit) {
                break;
            }
        }
        return found.stream().limit(limit).toList();
    }

    /** The first text in plain byte order that no longer begins with the prefix. */
    private static String after(String prefix) {
        return prefix + "\uDBFF\uDFFD";
    }

    private List<UUID> containing(String folded, int limit) {
        List<UUID> common = null;
        for (String word : folded.split(" ", -1)) {
            if (word.length() >= 3) {
                List<UUID> having = having("%" + escaped(word) + "%");
                common =
                        common == null ? having : common.stream().filter(having::contains).toList();
            }
        }
        return common == null ? List.of() : common.stream().limit(limit).toList();
    }

    private List<UUID> having(String part) {
        return sql.of("select customers_with_part(:part, :most) where :business is not null")
                .param("part", part)
                .param("most", CANDIDATES)
                .query(UUID.class)
                .list();
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    /**
     * Corrects each word against the words names are made of, then looks for what begins like the
     * result.
     */
    private List<UUID> speltLike(String folded, int limit) {
        List<String> spellings = List.of("");
        for (String word : folded.split(" ", -1)) {
            List<String> likely = likely(word);
            if (likely.isEmpty()) {
                return List.of();
            }
            spellings =
                    spellings.stream()
                            .flatMap(s -> likely.stream().map(l -> s.isEmpty() ? l : s + " " + l))
                            .limit(12)
                            .toList();
        }
        return beginning(spellings, limit);
    }

    private List<String> likely(String word) {
        return word.length() < 3
                ? List.of(word)
                : sql.of("select word from words_like(:word, 4) where :business is not null")
                        .param("word", word)
                        .query(String.class)
                        .list();
    }

    List<Hit> hits(List<UUID> ids, int limit, boolean deactivatedToo) {
        boolean masked = Masking.applies();
        return sql.of(
                        """
                        select c.id, c.number, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) name,
                               jsonb_path_query_first(c.emails, '$[*] ? (@.primary == true).address') #>> '{}' email,
                               jsonb_path_query_first(c.phones, '$[*] ? (@.primary == true).number') #>> '{}' phone,
                               c.photo_id, s.name status, c.deactivated_at is not null deactivated
                        from unnest(:ids) with ordinality o(id, place)
                        join customer c on c.business_id = :business and c.id = o.id
                        left join choice s on s.business_id = :business and s.id = c.status_id
                        where :deactivatedToo or c.deactivated_at is null
                        order by o.place limit :limit
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("deactivatedToo", deactivatedToo)
                .param("limit", limit)
                .query((row, number) -> {
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
                })
                .list();
    }
}
