package app.clientele.calendar.waitlist;

import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Prose;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody waits for.
 *
 * @param staffId with anybody when absent
 * @param to the last day; their wish ends with it
 * @param weekdays 1 for Monday to 7; any when absent
 * @param earliest when it may begin, by the branch's clock; at any time when absent
 * @param latest when it must have ended; at any time when absent
 */
public record WaitlistWish(
        @NotNull @Nullable UUID branchId,
        @NotNull @Nullable UUID serviceId,
        @Nullable UUID staffId,
        @NotNull @Nullable LocalDate from,
        @NotNull @Nullable LocalDate to,
        @Size(max = 7) @Nullable List<@NotNull @Min(1) @Max(7) Integer> weekdays,
        @Nullable LocalTime earliest,
        @Nullable LocalTime latest,
        @Prose(max = 2000) @Nullable String note) {
    static final int MOST_DAYS = 366;

    /** Says all that is wrong with it at once. */
    void check(LocalDate today) {
        List<Problem> problems = Validation.problems(this);
        problems.addAll(dates(today));
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    /** What is wrong with its days and times. */
    List<Problem> dates(LocalDate today) {
        if (earliest != null && latest != null && !latest.isAfter(earliest)) {
            return List.of(new Problem("latest", "must_be_after_start"));
        }
        if (from == null || to == null) {
            return List.of();
        }
        if (to.isBefore(from)) {
            return List.of(new Problem("to", "must_be_after_start"));
        }
        if (to.isBefore(today)) {
            return List.of(new Problem("to", "must_be_future"));
        }
        return to.isAfter(today.plusDays(MOST_DAYS))
                ? List.of(new Problem("to", "too_far"))
                : List.of();
    }

    Integer[] days() {
        return weekdays == null || weekdays.isEmpty()
                ? IntStream.rangeClosed(1, 7).boxed().toArray(Integer[]::new)
                : weekdays.stream().distinct().sorted().toArray(Integer[]::new);
    }

    int fromMinute() {
        return earliest == null ? 0 : earliest.toSecondOfDay() / 60;
    }

    int untilMinute() {
        return latest == null ? 1440 : latest.toSecondOfDay() / 60;
    }
}
