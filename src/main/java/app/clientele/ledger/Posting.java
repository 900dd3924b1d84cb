package app.clientele.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is said of an entry.
 *
 * @param payment the payment it was spent by, or the refund that brought it; of points, what they
 *     are about
 * @param submission of the form it came with
 */
public record Posting(@Nullable UUID payment, @Nullable String reason, @Nullable UUID submission) {
    public static Posting of(@Nullable String reason) {
        return new Posting(null, reason, null);
    }

    public static Posting paid(UUID payment) {
        return new Posting(payment, null, null);
    }

    /** For more entries of the same deed. */
    Posting further() {
        return new Posting(payment, reason, null);
    }
}
