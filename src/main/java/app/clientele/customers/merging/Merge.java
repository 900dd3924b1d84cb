package app.clientele.customers.merging;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record taken into another.
 *
 * @param into the record that stayed
 * @param from the id of the one that went; it leads to the other from then on
 * @param moved how many rows hung on it and moved over
 * @param undoneAt when the two were parted again, if they were
 */
public record Merge(
        UUID id,
        UUID into,
        UUID from,
        String fromName,
        long fromNumber,
        int moved,
        Instant at,
        @Nullable String by,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy) {}
