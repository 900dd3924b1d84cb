package app.clientele.calendar.classes;

import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Line;
import app.clientele.shared.Validation;
import com.fasterxml.jackson.annotation.JsonFormat;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one may say of a series.
 *
 * @param weekdays 1 is Monday
 * @param time by the clock of the branch
 * @param minutes as the class takes when absent
 * @param capacity as the class has when absent
 * @param untilDay the last day; without an end when absent
 */
public record ClassSeriesDetails(
        @NotNull @Nullable UUID kindId,
        @NotNull @Nullable UUID branchId,
        @Nullable UUID staffId,
        @NotNull @Size(min = 1, max = 7) @Nullable List<@NotNull @Min(1) @Max(7) Integer> weekdays,
        @NotNull @JsonFormat(pattern = "HH:mm") @Nullable LocalTime time,
        @Min(1) @Max(1440) @Nullable Integer minutes,
        @NotNull @Nullable LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @Min(1) @Max(1000) @Nullable Integer capacity,
        @Line(max = 100) @Nullable String room) {
    void check() {
        List<Problem> problems = Validation.problems(this);
        if (fromDay != null && untilDay != null && untilDay.isBefore(fromDay)) {
            problems.add(new Problem("untilDay", "before_start"));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    /** The same with what the class usually takes and holds. */
    ClassSeriesDetails orAs(ClassKind kind) {
        return new ClassSeriesDetails(
                kindId,
                branchId,
                staffId,
                weekdays == null ? null : weekdays.stream().distinct().sorted().toList(),
                time,
                minutes == null ? Integer.valueOf(kind.minutes()) : minutes,
                fromDay,
                untilDay,
                capacity == null ? Integer.valueOf(kind.capacity()) : capacity,
                room);
    }
}
