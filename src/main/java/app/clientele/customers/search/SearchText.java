package app.clientele.customers.search;

import app.clientele.customers.Phones;
import app.clientele.shared.Folded;
import app.clientele.shared.Text;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a search box, made ready for looking it up. */
final class SearchText {
    private static final int LONGEST = 250;
    private static final int MOST_WORDS = 6;
    private static final int PART = 4;
    private static final int WHOLE_PHONE = 7;

    private final String raw;
    private final String folded;
    private final boolean number;
    private final String country;

    private SearchText(String raw, String country) {
        this.raw = raw;
        this.country = country;
        this.number = raw.chars().allMatch(c -> Character.isDigit(c) || " +-().#/".indexOf(c) >= 0);
        this.folded = number ? Phones.digits(raw) : Folded.of(raw);
    }

    static SearchText of(String typed, String country) {
        String cut = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        String plain =
                cut.codePoints()
                        .filter(c -> !Character.isISOControl(c))
                        .collect(
                                StringBuilder::new,
                                StringBuilder::appendCodePoint,
                                StringBuilder::append)
                        .toString();
        String clean = Text.clean(plain);
        return new SearchText(clean == null ? "" : clean.toLowerCase(Locale.ROOT), country);
    }

    boolean isEmpty() {
        return folded.isEmpty();
    }

    /** The digits typed, when it was nothing else. */
    @Nullable String number() {
        return number ? folded : null;
    }

    /** In plain letters, the words apart. */
    List<String> words() {
        return List.of(folded.split(" ", MOST_WORDS));
    }

    boolean isOneWord() {
        return folded.indexOf(' ') < 0 && raw.indexOf(' ') < 0;
    }

    /** What a key may begin with: of a phone, the ways in which people write the same number. */
    List<String> beginnings() {
        if (number) {
            return phones();
        }
        Set<String> beginnings = new LinkedHashSet<>();
        if (!raw.contains("@")) {
            beginnings.add(folded);
        }
        if (raw.indexOf(' ') < 0 && !raw.equals(folded)) {
            beginnings.add(raw); // perhaps an e-mail address
        }
        return List.copyOf(beginnings);
    }

    private List<String> phones() {
        String calling = Phones.callingCode(country);
        Set<String> beginnings = new LinkedHashSet<>(List.of(folded));
        if (folded.startsWith("00")) {
            beginnings.add(folded.substring(2));
        } else if (folded.startsWith("0")) {
            beginnings.add(calling + folded.substring(1));
        } else if (!raw.startsWith("+")) {
            beginnings.add(calling + folded);
        }
        if (folded.length() >= WHOLE_PHONE) {
            beginnings.add(Phones.key(raw, country));
        }
        beginnings.removeIf(b -> b.isEmpty() || b.equals(calling) && !folded.equals(calling));
        return List.copyOf(beginnings);
    }

    /** Long enough that not nearly everybody has it. */
    boolean isPart() {
        return folded.length() >= PART || words().size() > 1;
    }

    /**
     * Surely typed from its start on, as an international number is; of an address it may be any
     * part.
     */
    boolean isBeginning() {
        return raw.startsWith("+");
    }

    /** Patterns that the text of a customer must fit, all of them. */
    List<String> patterns() {
        if (raw.contains("@")) {
            return List.of("%" + escaped(raw) + "%");
        }
        return patterns(words());
    }

    /** Long words may stand anywhere, short ones must begin a word. */
    static List<String> patterns(List<String> words) {
        List<String> patterns = new ArrayList<>();
        for (String word : words) {
            boolean digits = word.chars().allMatch(Character::isDigit);
            String part = digits && word.length() > PART ? word.replaceFirst("^0+", "") : word;
            patterns.add((part.length() < PART && !digits ? "% " : "%") + escaped(part) + "%");
        }
        return patterns;
    }

    private static String escaped(String word) {
        return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
