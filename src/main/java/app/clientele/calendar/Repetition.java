package app.clientele.calendar;

import static java.util.Objects.requireNonNull;

import app.clientele.shared.Invalid;
import app.clientele.shared.Validation;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How something comes again: every so many days, weeks or months, until a day or so many times.
 *
 * @param weekdays on which it comes in each of the weeks, Monday is 1; as the first when absent
 * @param until the last day it may come on
 * @param times how often it comes, the first included
 */
public record Repetition(
        @NotNull @Nullable Unit unit,
        @Min(1) @Max(99) @Nullable Integer every,
        @Nullable List<@NotNull @Min(1) @Max(7) Integer> weekdays,
        @Nullable LocalDate until,
        @Min(1) @Max(MOST) @Nullable Integer times) {
    /** The most a series holds. */
    public static final int MOST = 60;

    /** What is counted. */
    public enum Unit {
        DAYS,
        WEEKS,
        MONTHS;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @throws IllegalArgumentException when there is none of this name
         */
        @JsonCreator
        public static Unit of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * The days it comes on.
     *
     * @throws Invalid when it would never end, or come too often
     */
    public List<LocalDate> from(LocalDate first) {
        Validation.check(this);
        if (until == null && times == null) {
            throw new Invalid("times", "required");
        }
        if (until != null && until.isBefore(first)) {
            throw new Invalid("until", "must_be_after_start");
        }
        List<LocalDate> days =
                days(first)
                        .takeWhile(day -> until == null || !day.isAfter(until))
                        .limit(times == null ? MOST + 1 : times)
                        .toList();
        if (days.size() > MOST) {
            throw new Invalid("until", "too_many", MOST);
        }
        return days;
    }

    private Stream<LocalDate> days(LocalDate first) {
        int step = every == null ? 1 : every;
        Stream<Integer> turns = Stream.iterate(0, n -> n + step);
        return switch (requireNonNull(unit)) {
            case DAYS -> turns.map(first::plusDays);
            // counted from the first each time: the 31st comes back after a shorter month
            case MONTHS -> turns.map(first::plusMonths);
            case WEEKS -> {
                LocalDate monday = first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                yield turns.map(monday::plusWeeks)
                        .flatMap(week -> in(week, first))
                        .filter(day -> !day.isBefore(first));
            }
        };
    }

    private Stream<LocalDate> in(LocalDate monday, LocalDate first) {
        return weekdays == null || weekdays.isEmpty()
                ? Stream.of(monday.with(TemporalAdjusters.nextOrSame(first.getDayOfWeek())))
                : weekdays.stream().distinct().sorted().map(day -> monday.plusDays(day - 1L));
    }
}
