package app.clientele.shared;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names and labels as they are compared: without what people may write differently. */
public final class Folded {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SILENT = Pattern.compile("['’ʼ`´.]");
    private static final Pattern GAPS = Pattern.compile("[^\\p{L}\\p{N}@_+#]+");
    private static final int LONGEST = 120;

    private Folded() {}

    /**
     * A text in plain lower-case letters, so that {@code Søren Müller-O'Neil} and {@code soren
     * muller oneil} are the same. Letters of other scripts stay.
     */
    public static String of(String text) {
        return isPlain(text) && text.length() <= LONGEST ? plain(text) : any(text);
    }

    /** Most names are such, and an import folds each several times. */
    private static String plain(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isKept(c)) {
                words.append(gap && !words.isEmpty() ? " " : "").append(lower(c));
                gap = false;
            } else {
                gap |= c != '\'' && c != '`' && c != '.';
            }
        }
        return words.toString();
    }

    private static boolean isKept(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || "@_+#".indexOf(c) >= 0;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }

    private static String any(String text) {
        String plain = isPlain(text) ? text.toLowerCase(Locale.ROOT) : decomposed(text);
        String words = GAPS.matcher(SILENT.matcher(plain).replaceAll("")).replaceAll(" ").strip();
        return words.length() <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST)));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static String decomposed(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
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
