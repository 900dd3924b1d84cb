package app.clientele.customers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How names are shown, sorted and compared. */
public final class Names {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SILENT = Pattern.compile("['’ʼ`´.]");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}@_+#]+");
    private static final int LONGEST = 120;

    private Names() {}

    public static String shown(
            @Nullable String display, @Nullable String first, @Nullable String last) {
        return display != null ? display : joined(first, last);
    }

    static String joined(@Nullable String... parts) {
        return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }

    /** The order of lists: last name first, where there is one. */
    static String sortKey(@Nullable String first, @Nullable String middle, @Nullable String last) {
        return fold(joined(last, first, middle));
    }

    /**
     * A name in plain lower-case letters, so that {@code Søren Müller-O'Neil} and {@code soren
     * muller oneil} are the same. Letters of other scripts stay.
     */
    public static String fold(String name) {
        String plain = isPlain(name) ? name.toLowerCase(Locale.ROOT) : decomposed(name);
        String words = GAPS.matcher(SILENT.matcher(plain).replaceAll("")).replaceAll(" ").strip();
        return words.length() <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST)));
    }

    private static boolean isPlain(String name) {
        return name.chars().allMatch(c -> c < 128);
    }

    private static String decomposed(String name) {
        String apart = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(apart.length());
        MARKS.matcher(apart).replaceAll("").codePoints().forEach(c -> plain.append(letter(c)));
        return plain.toString();
    }

    /**
     * Letters that Unicode does not take apart, as people without them on the keyboard type them.
     */
    private static String letter(int c) {
        return switch (c) {
            case 'ø' -> "o";
            case 'ł' -> "l";
            case 'ß' -> "ss";
            case 'æ' -> "ae";
            case 'œ' -> "oe";
            case 'đ', 'ð' -> "d";
            case 'þ' -> "th";
            case 'ı' -> "i";
            case 'ħ' -> "h";
            case 'ς' -> "σ";
            case 'ة' -> "ه"; // letters that keyboards for Arabic and Persian give differently
            case 'ى', 'ی' -> "ي";
            case 'ک' -> "ك";
            case 'ـ' -> "";
            default -> Character.toString(c);
        };
    }
}
