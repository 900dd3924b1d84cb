package app.clientele.customers;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * Knows of signs of life of customers: a visit, a message, somebody working on their record. A
 * module has one as a bean; whom none has seen for long enough the business's rule forgets.
 */
public interface SeenSource {
    /** Those among them seen since, or expected. */
    Set<UUID> seenSince(Collection<UUID> customers, Instant since);
}
