package app.clientele.ledger.gifts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The code of a gift card: fifteen characters by chance, which are 75 bits, and a last one that
 * tells any one of them mistyped and any two exchanged. No character looks like another.
 */
final class GiftCode {
    static final int LENGTH = 16;
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private GiftCode() {}

    /** A new one, without spaces. */
    static String fresh() {
        var code = new StringBuilder(LENGTH);
        int sum = 0;
        for (int i = 1; i < LENGTH; i++) {
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

    /** What was typed, however it was spaced; nothing when it can't be a code. */
    static Optional<String> read(@Nullable String typed) {
        String code =
                typed == null
                        ? ""
                        : typed.replaceAll("[\\s\\p{Pd}.•·]", "").toUpperCase(Locale.ROOT);
        return code.length() == LENGTH && isSound(code) ? Optional.of(code) : Optional.empty();
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
    static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    static String end(String code) {
        return code.substring(LENGTH - GROUP);
    }

    /** By this a card is found; each business has its own. */
    static byte[] hash(UUID business, String code) {
        try {
            return MessageDigest.getInstance("SHA-256").digest((business + code).getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
