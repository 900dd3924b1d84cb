package app.clientele.calendar.availability;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When several services in a row, or for several people, are looked for.
 *
 * @param legs the parts in their order
 * @param from the first day, by the branch's clock
 * @param to the last day
 * @param step minutes between starts, counted from the branch's midnight; divides a day
 * @param notBefore the first moment that counts
 * @param ignoring appointments whose time counts as free
 */
public record VisitSearch(
        @NotNull @Nullable UUID branchId,
        @NotNull @Size(min = 1, max = 20) List<@Valid Leg> legs,
        @NotNull @Nullable LocalDate from,
        @NotNull @Nullable LocalDate to,
        int step,
        Instant notBefore,
        Set<UUID> ignoring) {
    /**
     * One part.
     *
     * @param staffId with whom; with anybody who performs it there when absent
     * @param minutes how long it takes; as the colleague or else the service has it when absent
     * @param atStart whether it begins with the visit rather than when the part before it ends
     * @param preferred colleagues to take first, in this order
     * @param barred colleagues who are not asked
     */
    public record Leg(
            @NotNull @Nullable UUID serviceId,
            @Nullable UUID staffId,
            @Min(1) @Max(1440) @Nullable Integer minutes,
            boolean atStart,
            List<UUID> preferred,
            Set<UUID> barred) {}
}
