package app.clientele.customers;

import app.clientele.database.Sql;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the look-up keys of customers in step with their records. */
@Component
class SearchIndex {
    private final Sql sql;

    SearchIndex(Sql sql) {
        this.sql = sql;
    }

    void put(UUID customer, CustomerDetails details, long number) {
        insert(customer, SearchKeys.of(details, number));
        remember(SearchKeys.words(details));
    }

    void replace(UUID customer, CustomerDetails before, CustomerDetails after, long number) {
        Set<SearchKeys.Key> gone = new HashSet<>(SearchKeys.of(before, number));
        Set<SearchKeys.Key> come = new HashSet<>(SearchKeys.of(after, number));
        Set<SearchKeys.Key> kept = new HashSet<>(gone);
        kept.retainAll(come);
        gone.removeAll(kept);
        come.removeAll(kept);
        delete(customer, gone);
        insert(customer, come);
        if (!come.isEmpty()) {
            remember(SearchKeys.words(after));
        }
        forget(SearchKeys.words(before), SearchKeys.words(after));
    }

    private void insert(UUID customer, Collection<SearchKeys.Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        sql.of(
                        """
                        insert into customer_key (business_id, key, kind, customer_id)
                        select :business, k.key, k.kind::"char", :customer from unnest(:keys, :kinds) k(key, kind)
                        on conflict do nothing
                        """)
                .param("customer", customer)
                .param("keys", keys.stream().map(SearchKeys.Key::text).toArray(String[]::new))
                .param(
                        "kinds",
                        keys.stream().map(k -> String.valueOf(k.kind())).toArray(String[]::new))
                .update();
    }

    private void delete(UUID customer, Collection<SearchKeys.Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        sql.of(
                        "delete from customer_key where business_id = :business and key = any(:keys) and customer_id = :customer")
                .param("customer", customer)
                .param("keys", keys.stream().map(SearchKeys.Key::text).toArray(String[]::new))
                .update();
    }

    /**
     * What is left of a word without a letter is worked out before a conflict shows: most are
     * known.
     */
    void remember(Set<String> words) {
        if (words.isEmpty()) {
            return;
        }
        sql.of(
                        """
                        insert into name_word (business_id, word) select :business, w.word from unnest(:words) w(word)
                        where not exists (select from name_word n where n.business_id = :business and n.word = w.word)
                        on conflict do nothing
                        """)
                .param("words", words.stream().sorted().toArray(String[]::new))
                .update();
    }

    /** A word nobody is called by any more must not linger: it may have been somebody's name. */
    private void forget(Set<String> before, Set<String> after) {
        for (String word : before) {
            if (!after.contains(word)) {
                sql.of(
                                """
                                delete from name_word w where w.business_id = :business and w.word = :word and not exists (
                                    select from customer_key k where k.business_id = :business and k.kind in ('n', 'a')
                                    and (k.key = :word or k.key >= :from and k.key < :to))
                                """)
                        .param("word", word)
                        .param("from", word + " ")
                        .param("to", word + "!")
                        .update();
            }
        }
    }
}
