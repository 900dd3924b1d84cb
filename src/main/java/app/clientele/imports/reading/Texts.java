package app.clientele.imports.reading;

import java.util.regex.Pattern;

/** Cells without what spreadsheet programs and exporters wrap around them. */
final class Texts {
    private static final Pattern FORMULA_OF_TEXT = Pattern.compile("=\"([^\"]*)\"");
    private static final String GUARDED = "=+-@\t\r";

    private Texts() {}

    /**
     * Without blanks at the ends, without {@code ="0123"} and without the apostrophe that guards a
     * formula.
     */
    static String clean(String cell) {
        String text = strip(cell);
        if (text.length() > 1 && text.charAt(0) == '\'' && GUARDED.indexOf(text.charAt(1)) >= 0) {
            return text.substring(1);
        }
        if (text.startsWith("=\"")) {
            var matcher = FORMULA_OF_TEXT.matcher(text);
            return matcher.matches() ? strip(matcher.group(1)) : text;
        }
        return text;
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBlank(text.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || (c >= '\u007F' && (Character.isWhitespace(c) || isInvisible(c)));
    }

    /** No-break spaces, zero-width space and byte order mark; joiners may belong to a word. */
    private static boolean isInvisible(char c) {
        return c == '\u00A0' || c == '\u2007' || c == '\u202F' || c == '\u200B' || c == '\uFEFF';
    }
}
