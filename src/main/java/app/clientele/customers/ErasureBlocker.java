package app.clientele.customers;

import app.clientele.shared.Refused;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Says what stands in the way of erasing a customer: money owed, a visit to come. A module has one
 * as a bean; it is asked when the erasure is asked for, and again when it is due.
 */
public interface ErasureBlocker {
    List<Obstacle> of(UUID customer);

    /**
     * One thing in the way.
     *
     * @param reason its words stand under {@code refused.<code>}
     * @param path where it can be settled
     */
    record Obstacle(Refused.Reason reason, @Nullable String path) {}
}
