package app.clientele.customers;

import app.clientele.shared.Folded;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways in which a customer may be looked up; the one place that decides them. */
public final class SearchKeys {
    private SearchKeys() {}

    /** A folded text to be found by. */
    public record Key(char kind, String text) {
        public static final char NAME = 'n';
        public static final char ALIAS = 'a';
        public static final char PHONE = 'p';
        public static final char EMAIL = 'e';

        /** A phone read backwards, for looking for its last digits. */
        public static final char PHONE_END = 'r';

        /** A company, for the list; the search finds it in the text. */
        public static final char COMPANY = 'c';
    }

    private static final String BACKWARDS = "<";
    private static final String AT = ">";

    private static final int LONGEST = 250;

    /** In code points of at most four bytes: an index takes no longer entries. */
    private static final int LONGEST_TEXT = 620;

    private static final int LONGEST_UNSPACED = 12;

    static Set<Key> of(CustomerDetails details) {
        Set<Key> keys = new LinkedHashSet<>();
        addNames(keys, details);
        for (CustomerDetails.Phone phone : details.phones()) {
            String digits =
                    Phones.digits(
                            Objects.requireNonNullElse(
                                    phone.e164(), String.valueOf(phone.number())));
            add(keys, Key.PHONE, digits);
            add(keys, Key.PHONE_END, ending(digits));
        }
        for (CustomerDetails.Email email : details.emails()) {
            add(keys, Key.EMAIL, String.valueOf(email.address()).toLowerCase(Locale.ROOT));
        }
        String company = company(details.taxOrNone().company());
        add(keys, Key.COMPANY, company.equals(AT) ? "" : company);
        return keys;
    }

    /** What the key of a company's name begins with; nothing else begins with the sign. */
    public static String company(@Nullable String name) {
        return AT + fold(name);
    }

    /** What a phone's key is when looked for by its last digits; absent without any. */
    public static String ending(String digits) {
        return digits.isEmpty() ? "" : BACKWARDS + new StringBuilder(digits).reverse();
    }

    /**
     * All in one text, for looking for parts. A line each, every line after a space so that words
     * begin alike, the names before a tab.
     */
    static String text(Set<Key> keys, long number) {
        StringBuilder names = new StringBuilder();
        StringBuilder others = new StringBuilder();
        for (Key key : keys) {
            switch (key.kind()) {
                case Key.NAME -> line(names, key.text());
                case Key.PHONE, Key.EMAIL -> line(others, key.text());
                case Key.COMPANY -> line(others, key.text().substring(AT.length()));
                default -> {} // said by another key already
            }
        }
        line(others, Long.toString(number));
        return cut(names + "\t" + others, LONGEST_TEXT);
    }

    private static void line(StringBuilder text, String line) {
        text.append(' ').append(line).append('\n');
    }

    private static void addNames(Set<Key> keys, CustomerDetails details) {
        String whole =
                Folded.of(
                        Names.joined(
                                details.firstName(), details.middleName(), details.lastName()));
        add(keys, Key.NAME, whole);
        add(keys, Key.NAME, fold(details.displayName()));
        String byLast =
                Names.sortKey(details.firstName(), details.middleName(), details.lastName());
        add(keys, Key.ALIAS, byLast);
        addTails(keys, whole, byLast);
        addTails(keys, fold(details.displayName()), byLast);
        addUnspaced(keys, whole);
        addUnspaced(keys, fold(details.displayName()));
    }

    /**
     * Chinese and Japanese names have no spaces: from each letter on, so that a given name alone is
     * found.
     */
    private static void addUnspaced(Set<Key> keys, String name) {
        for (String word : name.split(" ", -1)) {
            if (word.length() <= LONGEST_UNSPACED
                    && word.codePoints().allMatch(Character::isIdeographic)) {
                for (int i = 1; i < word.length(); i++) {
                    add(keys, Key.ALIAS, word.substring(i));
                }
            }
        }
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
        return name == null ? "" : Folded.of(name);
    }

    private static void add(Set<Key> keys, char kind, String text) {
        String cut = cut(text, LONGEST);
        if (!cut.isEmpty() && keys.stream().noneMatch(k -> k.text().equals(cut))) {
            keys.add(new Key(kind, cut));
        }
    }

    private static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most));
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
