package app.clientele.customers;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways in which a customer may be looked up; the one place that decides them. */
final class SearchKeys {
    private SearchKeys() {}

    /** A folded text to be found by. */
    record Key(char kind, String text) {
        static final char NAME = 'n';
        static final char ALIAS = 'a';
        static final char PHONE = 'p';
        static final char EMAIL = 'e';
        static final char NUMBER = '#';
    }

    static Set<Key> of(CustomerDetails details, long number) {
        Set<Key> keys = new LinkedHashSet<>();
        addNames(keys, details);
        for (CustomerDetails.Phone phone : details.phones()) {
            add(
                    keys,
                    Key.PHONE,
                    Phones.digits(
                            Objects.requireNonNullElse(
                                    phone.e164(), String.valueOf(phone.number()))));
        }
        for (CustomerDetails.Email email : details.emails()) {
            add(keys, Key.EMAIL, String.valueOf(email.address()).toLowerCase(Locale.ROOT));
        }
        add(keys, Key.NUMBER, Long.toString(number));
        return keys;
    }

    private static void addNames(Set<Key> keys, CustomerDetails details) {
        String whole =
                Names.fold(
                        Names.joined(
                                details.firstName(), details.middleName(), details.lastName()));
        add(keys, Key.NAME, whole);
        add(keys, Key.NAME, fold(details.displayName()));
        String byLast =
                Names.sortKey(details.firstName(), details.middleName(), details.lastName());
        add(keys, Key.ALIAS, byLast);
        addTails(keys, whole, byLast);
        addTails(keys, fold(details.displayName()), byLast);
    }

    /** From each further word on, so that any word of the name may be typed first. */
    private static void addTails(Set<Key> keys, String name, String byLast) {
        for (int gap = name.indexOf(' '); gap >= 0; gap = name.indexOf(' ', gap + 1)) {
            String tail = name.substring(gap + 1);
            if (!byLast.startsWith(tail)) {
                add(keys, Key.ALIAS, tail);
            }
        }
    }

    private static String fold(@Nullable String name) {
        return name == null ? "" : Names.fold(name);
    }

    private static void add(Set<Key> keys, char kind, String text) {
        String cut = text.length() > 254 ? text.substring(0, 254) : text;
        if (!cut.isEmpty() && keys.stream().noneMatch(k -> k.text().equals(cut))) {
            keys.add(new Key(kind, cut));
        }
    }

    /** The different words of a customer's names, for correcting misspelt ones. */
    static Set<String> words(CustomerDetails details) {
        Set<String> words = new LinkedHashSet<>();
        for (String name :
                List.of(
                        fold(details.firstName()),
                        fold(details.middleName()),
                        fold(details.lastName()),
                        fold(details.displayName()))) {
            for (String word : name.split(" ", -1)) {
                if (word.length() >= 3) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
