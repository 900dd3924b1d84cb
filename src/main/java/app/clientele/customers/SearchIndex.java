package app.clientele.customers;

import app.clientele.database.Sql;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the look-up keys of customers in step with their records. */
@Component
public class SearchIndex {
    /** Where it keeps what customers are found by. */
    public static final List<String> TABLES = List.of("customer_key", "customer_text");

    private final Sql sql;

    SearchIndex(Sql sql) {
        this.sql = sql;
    }

    /** Somebody who is to be found from now on. */
    public record Entry(UUID customer, CustomerDetails details, long number) {}

    public void put(List<Entry> entries) {
        add(entries);
        remember(entries);
    }

    /**
     * All but the words of their names: others who write the same ones wait for the transaction.
     */
    public void add(List<Entry> entries) {
        List<UUID> owners = new ArrayList<>();
        List<SearchKeys.Key> keys = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (Entry entry : entries) {
            Set<SearchKeys.Key> own = SearchKeys.of(entry.details());
            own.forEach(key -> owners.add(entry.customer()));
            keys.addAll(own);
            texts.add(SearchKeys.text(own, entry.number()));
        }
        insert(owners, keys);
        write(entries.stream().map(Entry::customer).toList(), texts);
    }

    /** The words of their names. */
    public void remember(List<Entry> entries) {
        Set<String> words = new HashSet<>();
        entries.forEach(entry -> words.addAll(SearchKeys.words(entry.details())));
        remember(words);
    }

    public void replace(UUID customer, CustomerDetails before, CustomerDetails after, long number) {
        Set<SearchKeys.Key> was = SearchKeys.of(before);
        Set<SearchKeys.Key> is = SearchKeys.of(after);
        Set<SearchKeys.Key> gone = without(was, is);
        Set<SearchKeys.Key> come = without(is, was);
        delete(customer, gone);
        insert(Collections.nCopies(come.size(), customer), List.copyOf(come));
        if (!come.isEmpty() || !gone.isEmpty()) {
            rewrite(customer, SearchKeys.text(is, number));
            remember(SearchKeys.words(after));
        }
        forget(SearchKeys.words(before), SearchKeys.words(after));
    }

    /** Lets somebody no longer be found. */
    public void remove(UUID customer, CustomerDetails details) {
        delete(customer, SearchKeys.of(details));
        sql.of(
                        "delete from customer_text where business_id = :business and customer_id = :customer")
                .param("customer", customer)
                .update();
        forget(SearchKeys.words(details), Set.of());
    }

    private static <T> Set<T> without(Set<T> all, Set<T> others) {
        Set<T> rest = new LinkedHashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    /** Sorted: neighbours in the index are written one after the other. */
    private void insert(List<UUID> owners, List<SearchKeys.Key> keys) {
        if (keys.isEmpty()) {
            return;
        }
        sql.of(
                        """
                        insert into customer_key (business_id, key, kind, customer_id)
                        select :business, k.key, k.kind::"char", k.customer_id from unnest(:keys, :kinds, :owners) k(key, kind, customer_id)
                        order by k.key
                        """)
                .param("keys", keys.stream().map(SearchKeys.Key::text).toArray(String[]::new))
                .param(
                        "kinds",
                        keys.stream().map(k -> String.valueOf(k.kind())).toArray(String[]::new))
                .param("owners", owners.toArray(UUID[]::new))
                .update();
    }

    private void write(List<UUID> customers, List<String> texts) {
        sql.of(
                        """
                        insert into customer_text (business_id, customer_id, text)
                        select :business, t.customer_id, t.text from unnest(:customers, :texts) t(customer_id, text)
                        """)
                .param("customers", customers.toArray(UUID[]::new))
                .param("texts", texts.toArray(String[]::new))
                .update();
    }

    private void rewrite(UUID customer, String text) {
        sql.of(
                        "update customer_text set text = :text where business_id = :business and customer_id = :customer")
                .param("text", text)
                .param("customer", customer)
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
    private void remember(Set<String> words) {
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
