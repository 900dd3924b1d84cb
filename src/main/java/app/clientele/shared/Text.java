package app.clientele.shared;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * What we do to every text that comes in: Unicode NFC, no space around it, and nothing instead of
 * blank.
 */
public final class Text {
    private Text() {}

    public static @Nullable String clean(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String clean = text.strip();
        if (clean.isEmpty()) {
            return null;
        }
        return Normalizer.isNormalized(clean, Normalizer.Form.NFC)
                ? clean
                : Normalizer.normalize(clean, Normalizer.Form.NFC);
    }

    /**
     * Whether a database and a page can hold it: no NUL, no half of a surrogate pair, no private
     * control codes.
     */
    public static boolean isStorable(String text, boolean lines) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            } else if (Character.isLowSurrogate(c) || isForbidden(c, lines)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isForbidden(char c, boolean lines) {
        return Character.isISOControl(c) && !(lines && (c == '\n' || c == '\r' || c == '\t'))
                || !lines && (c == '\u2028' || c == '\u2029');
    }
}
