package app.clientele.customers;

import java.util.Set;
import java.util.function.BiConsumer;

/** What the search looks people up by, for those who fill the tables without the services. */
public final class CustomerKeys {
    private CustomerKeys() {}

    public static void each(CustomerDetails details, BiConsumer<Character, String> kindAndKey) {
        SearchKeys.of(details).forEach(key -> kindAndKey.accept(key.kind(), key.text()));
    }

    public static String text(CustomerDetails details, long number) {
        return SearchKeys.text(SearchKeys.of(details), number);
    }

    public static Set<String> words(CustomerDetails details) {
        return SearchKeys.words(details);
    }

    public static String sortName(CustomerDetails details) {
        return Names.sortKey(details.firstName(), details.middleName(), details.lastName());
    }
}
