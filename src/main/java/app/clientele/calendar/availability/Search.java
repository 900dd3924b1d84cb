package app.clientele.calendar.availability;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which free times are looked for.
 *
 * @param staffId with whom; with anybody who performs it there when absent
 * @param from the first day, by the branch's clock
 * @param to the last day
 * @param minutes how long it takes; as the colleague or else the service has it when absent
 * @param step minutes between starts, counted from the branch's midnight; divides a day
 * @param notBefore the first moment that counts
 * @param preferred colleagues to name first, in this order
 * @param barred colleagues who are not asked
 * @param ignoring appointments whose time counts as free, such as the one that moves
 */
public record Search(
        @NotNull @Nullable UUID branchId,
        @NotNull @Nullable UUID serviceId,
        @Nullable UUID staffId,
        @NotNull @Nullable LocalDate from,
        @NotNull @Nullable LocalDate to,
        @Min(1) @Max(1440) @Nullable Integer minutes,
        int step,
        Instant notBefore,
        List<UUID> preferred,
        Set<UUID> barred,
        Set<UUID> ignoring) {
    /** What the desk offers: a start each quarter of an hour. */
    public static final int QUARTER = 15;

    /** With anybody, as long as it usually takes, each quarter of an hour. */
    public static Search of(
            UUID branch, UUID service, LocalDate from, LocalDate to, Instant notBefore) {
        return new Search(
                branch, service, null, from, to, null, QUARTER, notBefore, List.of(), Set.of(),
                Set.of());
    }
}
