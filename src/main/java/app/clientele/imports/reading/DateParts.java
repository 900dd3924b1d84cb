package app.clientele.imports.reading;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A date's numbers and the name of its month, as written; the time of day is left out. */
final class DateParts {
    private static final int LONGEST = 60;
    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> FILLERS =
            Set.of(
                    "st", "nd", "rd", "th", "de", "del", "of", "er", "e", "г", "年", "月", "日", "년",
                    "월", "일");

    final int[] numbers = new int[3];
    final int[] digits = new int[3];
    int count;
    int month;
    boolean dotted;

    private DateParts() {}

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        List<String> languages =
                List.of(
                        "en", "nl", "de", "fr", "es", "it", "pt", "sv", "da", "nb", "fi", "pl",
                        "cs", "ro", "tr", "el", "ru", "uk");
        for (String language : languages) {
            for (Month month : Month.values()) {
                for (TextStyle style :
                        List.of(
                                TextStyle.FULL,
                                TextStyle.FULL_STANDALONE,
                                TextStyle.SHORT,
                                TextStyle.SHORT_STANDALONE)) {
                    String name = month.getDisplayName(style, Locale.of(language));
                    months.putIfAbsent(WordLists.key(name), month.getValue());
                }
            }
        }
        months.put("sept", Month.SEPTEMBER.getValue());
        return months;
    }

    static @Nullable DateParts of(String text) {
        if (text.length() > LONGEST) {
            return null;
        }
        DateParts parts = new DateParts();
        String date = withoutTime(text);
        int i = 0;
        while (i < date.length()) {
            int end = run(date, i);
            if (!parts.add(date.substring(i, end))) {
                return null;
            }
            i = end;
        }
        return parts.count + parts.month == 0 ? null : parts;
    }

    /** End of the run of digits, or of letters, or the next character. */
    private static int run(String text, int start) {
        char c = text.charAt(start);
        int end = start + 1;
        while (end < text.length()
                && ((Character.isDigit(c) && Character.isDigit(text.charAt(end)))
                        || (Character.isLetter(c)
                                && isOfWord(text.charAt(end))
                                && !isFiller(text, start, end)))) {
            end++;
        }
        return end;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isFiller(String text, int start, int end) {
        return text.charAt(start) > '\u3000' && FILLERS.contains(text.substring(start, end));
    }

    private boolean add(String part) {
        char c = part.charAt(0);
        if (Character.isDigit(c)) {
            return addNumber(part);
        }
        if (Character.isLetter(c)) {
            return addWord(WordLists.key(part));
        }
        dotted |= c == '.' && count == 1 && month == 0;
        return " ./-,'\u2019\u00A0\u2013".indexOf(c) >= 0;
    }

    private boolean addNumber(String part) {
        if (count == 3 || part.length() > 8) {
            return false;
        }
        int number = 0;
        for (int i = 0; i < part.length(); i++) {
            number = number * 10 + Character.digit(part.charAt(i), 10);
        }
        digits[count] = part.length();
        numbers[count++] = number;
        return true;
    }

    private boolean addWord(String word) {
        Integer named = MONTHS.get(word);
        if (named != null && month == 0) {
            month = named;
            return true;
        }
        return FILLERS.contains(word);
    }

    /** Cuts "T10:00", " 10:00 pm" and the like. */
    private static String withoutTime(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return text;
        }
        int end = colon;
        while (end > 0 && Character.isDigit(text.charAt(end - 1))) {
            end--;
        }
        while (end > 0
                && (text.charAt(end - 1) == 'T'
                        || text.charAt(end - 1) == ' '
                        || text.charAt(end - 1) == ',')) {
            end--;
        }
        return text.substring(0, end);
    }
}
