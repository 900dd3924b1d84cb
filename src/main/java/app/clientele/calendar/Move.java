package app.clientele.calendar;

import app.clientele.shared.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an appointment goes; what is absent stays as it is.
 *
 * @param minutes how long it lasts from then on
 * @param overlapReason why the customer may be in two places at once
 * @param outsideHours whether it may lie outside of the hours of branch and colleague
 */
public record Move(
        @Nullable Instant startsAt,
        @Nullable UUID staffId,
        @Nullable UUID branchId,
        @Min(1) @Max(1440) @Nullable Integer minutes,
        @Line(max = 200) @Nullable String overlapReason,
        boolean outsideHours) {
    /** What an appointment becomes by it. */
    record Target(Instant startsAt, Instant endsAt, UUID staffId, UUID branchId) {}

    Target of(Appointment present) {
        Instant start = startsAt == null ? present.startsAt() : startsAt;
        int length = minutes == null ? present.minutes() : minutes;
        return new Target(
                start,
                start.plusSeconds(length * 60L),
                staffId == null ? present.staffId() : staffId,
                branchId == null ? present.branchId() : branchId);
    }
}
