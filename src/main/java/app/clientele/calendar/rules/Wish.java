package app.clientele.calendar.rules;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would have booked; what is not settled yet is absent and not judged.
 *
 * @param staffId absent for whoever is free
 */
public record Wish(
        UUID customerId,
        UUID serviceId,
        @Nullable UUID branchId,
        @Nullable UUID staffId,
        @Nullable Instant startsAt,
        Way way) {}
