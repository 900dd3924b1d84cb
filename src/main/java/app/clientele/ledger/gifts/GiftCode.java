package app.clientele.ledger.gifts;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.clientele.shared.CheckedCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The code of a gift card: fifteen characters by chance, which are 75 bits, and one to check them.
 */
final class GiftCode {
    static final int LENGTH = 16;
    private static final int END = 4;

    private GiftCode() {}

    /** A new one, without spaces. */
    static String fresh() {
        return CheckedCode.fresh(LENGTH);
    }

    /** What was typed, however it was spaced; nothing when it can't be a code. */
    static Optional<String> read(@Nullable String typed) {
        return CheckedCode.read(typed, LENGTH);
    }

    /** In groups of four, as one reads it out. */
    static String grouped(String code) {
        return CheckedCode.grouped(code);
    }

    static String end(String code) {
        return code.substring(LENGTH - END);
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
