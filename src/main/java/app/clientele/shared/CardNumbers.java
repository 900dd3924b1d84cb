package app.clientele.shared;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds payment card numbers in text, which must never be stored. */
public final class CardNumbers {
    private static final Pattern CANDIDATE =
            Pattern.compile(
                    "(?<![\\p{Nd}+])(?:\\p{Nd}[ \\-.\\u00a0\\u2009\\u202f]?){12,18}\\p{Nd}(?!\\p{Nd})");

    /** As it is printed on most cards, and so typed behind other numbers too. */
    private static final Pattern PRINTED =
            Pattern.compile("(?<!\\p{Nd})(?:\\p{Nd}{4}[ \\-.\\u00a0]){3}\\p{Nd}{4}(?!\\p{Nd})");

    /** Identifiers of other systems: one in hundreds would be taken for a card. */
    private static final Pattern UUID =
            Pattern.compile("(?i)\\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\\b");

    private static final int FEWEST = 13;

    private CardNumbers() {}

    /**
     * Whether some run of 13 to 19 digits begins like a card and passes the Luhn check. After a +
     * it is a phone number: one in ten of the long ones would pass.
     */
    public static boolean in(String text) {
        if (!mayBe(text) || !CANDIDATE.matcher(text).find()) {
            return false;
        }
        String others = UUID.matcher(text).replaceAll(" ");
        return found(CANDIDATE, others) || found(PRINTED, others);
    }

    /**
     * Few texts have as many digits, those of other scripts included; looking for runs takes long.
     */
    private static boolean mayBe(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < FEWEST; i++) {
            char c = text.charAt(i);
            digits += c >= '0' && c <= '9' || c >= 128 ? 1 : 0;
        }
        return digits == FEWEST;
    }

    /** The text with its long runs of digits made unreadable but for the last four of each. */
    public static String masked(String text) {
        return CANDIDATE.matcher(text).replaceAll(run -> hidden(run.group()));
    }

    private static String hidden(String run) {
        int kept = run.length() - 4;
        return run.substring(0, kept).replaceAll("\\p{Nd}", "•") + run.substring(kept);
    }

    private static boolean found(Pattern digits, String text) {
        Matcher candidates = digits.matcher(text);
        while (candidates.find()) {
            if (isCard(digits(candidates.group()))) {
                return true;
            }
        }
        return false;
    }

    private static int[] digits(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .map(Character::getNumericValue)
                .toArray();
    }

    private static boolean isCard(int[] digits) {
        return digits[0] >= 2 && digits[0] <= 6 && sum(digits) % 10 == 0;
    }

    private static int sum(int[] digits) {
        int sum = 0;
        for (int i = 0; i < digits.length; i++) {
            int digit = digits[digits.length - 1 - i];
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }
}
