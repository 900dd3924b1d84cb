package app.clientele.shared;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Codes by chance, five bits a character, whose last one tells any one of them mistyped and any two
 * exchanged. No character looks like another.
 */
public final class CheckedCode {
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CheckedCode() {}

    /** A new one of so many characters, without spaces. */
    public static String fresh(int length) {
        var code = new StringBuilder(length);
        int sum = 0;
        for (int i = 1; i < length; i++) {
            int letter = RANDOM.nextInt(LETTERS.length());
            code.append(LETTERS.charAt(letter));
            sum = doubled(sum) ^ letter;
        }
        return code.append(LETTERS.charAt(doubled(sum))).toString();
    }

    /** Twice as much in the field of 32 elements, by x⁵ + x² + 1. */
    private static int doubled(int element) {
        int shifted = element << 1;
        return shifted < LETTERS.length() ? shifted : shifted ^ 0b100101;
    }

    /** What was typed, however it was spaced; nothing when it can't be a code of this length. */
    public static Optional<String> read(@Nullable String typed, int length) {
        String code =
                typed == null
                        ? ""
                        : typed.replaceAll("[\\s\\p{Pd}.•·]", "").toUpperCase(Locale.ROOT);
        return code.length() == length && isSound(code) ? Optional.of(code) : Optional.empty();
    }

    private static boolean isSound(String code) {
        int sum = 0;
        for (char c : code.toCharArray()) {
            int letter = LETTERS.indexOf(c);
            if (letter < 0) {
                return false;
            }
            sum = doubled(sum) ^ letter;
        }
        return sum == 0;
    }

    /** In groups of four, as one reads it out. */
    public static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }
}
