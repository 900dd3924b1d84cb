package app.clientele.site;

import app.clientele.shared.Invalid;
import org.jspecify.annotations.Nullable;

/** How many rows a list answers at once: 50 unless asked otherwise, at most 200. */
public final class Limits {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private Limits() {}

    public static int of(@Nullable Integer asked) {
        if (asked == null) {
            return USUAL;
        }
        if (asked < 1 || asked > MOST) {
            throw new Invalid("limit", asked < 1 ? "too_small" : "too_large", asked < 1 ? 1 : MOST);
        }
        return asked;
    }
}
