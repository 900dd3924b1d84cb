package app.clientele.calendar.classes;

import app.clientele.shared.Line;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one may say of a class on one day; what kind it is stays as it was planned.
 *
 * @param minutes as the class takes when absent
 * @param capacity as the class has when absent
 */
public record ClassSessionDetails(
        @NotNull @Nullable UUID kindId,
        @NotNull @Nullable UUID branchId,
        @Nullable UUID staffId,
        @NotNull @Nullable Instant startsAt,
        @Min(1) @Max(1440) @Nullable Integer minutes,
        @Min(1) @Max(1000) @Nullable Integer capacity,
        @Line(max = 100) @Nullable String room) {
    ClassSessionDetails orAs(ClassKind kind) {
        return new ClassSessionDetails(
                kindId,
                branchId,
                staffId,
                startsAt,
                minutes == null ? Integer.valueOf(kind.minutes()) : minutes,
                capacity == null ? Integer.valueOf(kind.capacity()) : capacity,
                room);
    }
}
