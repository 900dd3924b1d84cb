package app.clientele.calendar.classes;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A class that comes again on certain days of the week.
 *
 * @param kind the name of the class
 * @param weekdays 1 is Monday
 * @param time by the clock of the branch
 * @param untilDay the last day; without an end when absent
 */
public record ClassSeries(
        UUID id,
        UUID kindId,
        String kind,
        @JsonIgnore String colour,
        UUID branchId,
        String branch,
        @JsonIgnore ZoneId zone,
        @Nullable UUID staffId,
        @Nullable String staff,
        List<Integer> weekdays,
        @JsonFormat(pattern = "HH:mm") LocalTime time,
        int minutes,
        LocalDate fromDay,
        @Nullable LocalDate untilDay,
        int capacity,
        @Nullable String room,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    /** What may be changed about it. */
    public ClassSeriesDetails details() {
        return new ClassSeriesDetails(
                kindId, branchId, staffId, weekdays, time, minutes, fromDay, untilDay, capacity,
                room);
    }

    /** Whether it has a class on that day. */
    boolean comesOn(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek().getValue())
                && !day.isBefore(fromDay)
                && (untilDay == null || !day.isAfter(untilDay));
    }
}
