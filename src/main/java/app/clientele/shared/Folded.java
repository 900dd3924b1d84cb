package app.clientele.shared;

import java.text.Normalizer;
import java.util.Locale;

/** Names and labels as they are compared: without what people may write differently. */
public final class Folded {
    private static final String SILENT = "'’ʼ`´.ـ";
    private static final String KEPT = "@_+#";
    private static final int LONGEST = 120;

    private Folded() {}

    /**
     * A text in plain lower-case letters, so that {@code Søren Müller-O'Neil} and {@code soren
     * muller oneil} are the same. Letters of other scripts stay. Letter by letter: an import folds
     * each name a dozen times, and patterns take several times as long.
     */
    public static String of(String text) {
        String apart = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        String small = apart.toLowerCase(Locale.ROOT);
        StringBuilder words = new StringBuilder(small.length());
        boolean gap = false;
        for (int i = 0, c; i < small.length(); i += Character.charCount(c)) {
            c = small.codePointAt(i);
            if (!isWord(c)) {
                gap |= !isNothing(c);
            } else {
                if (gap && !words.isEmpty()) {
                    words.append(' ');
                }
                gap = false;
                letter(words, c);
            }
        }
        return cut(words.toString());
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWord(int c) {
        if (c >= 'a' && c <= 'z') {
            return true;
        }
        boolean word = Character.isLetter(c) || isNumber(c) || KEPT.indexOf(c) >= 0;
        return word && SILENT.indexOf(c) < 0;
    }

    private static boolean isNumber(int c) {
        int type = Character.getType(c);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /** What stands between letters without parting them: marks, and what some leave out. */
    private static boolean isNothing(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || SILENT.indexOf(c) >= 0;
    }

    /**
     * Letters that Unicode does not take apart, as people without them on the keyboard type them.
     */
    private static void letter(StringBuilder words, int c) {
        switch (c) {
            case 'ø' -> words.append('o');
            case 'ł' -> words.append('l');
            case 'ß' -> words.append("ss");
            case 'æ' -> words.append("ae");
            case 'œ' -> words.append("oe");
            case 'đ', 'ð' -> words.append('d');
            case 'þ' -> words.append("th");
            case 'ı' -> words.append('i');
            case 'ħ' -> words.append('h');
            case 'ς' -> words.append('σ');
            // letters that keyboards for Arabic and Persian give differently
            case 'ة' -> words.append('ه');
            case 'ى', 'ی' -> words.append('ي');
            case 'ک' -> words.append('ك');
            default -> words.appendCodePoint(c);
        }
    }

    private static String cut(String words) {
        return words.length() <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, LONGEST)));
    }
}
