package app.clientele.calendar.classes;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One class on one day.
 *
 * @param kind its name when it was planned
 * @param seriesDay the day of its series, wherever it was moved to
 * @param staffId who teaches it; absent while that is open
 * @param cancelled whether it does not take place
 * @param taken places that are booked or offered
 * @param waiting how many wait for a place
 * @param attended how many have come
 */
public record ClassSession(
        UUID id,
        UUID kindId,
        String kind,
        @JsonIgnore String colour,
        @Nullable UUID seriesId,
        @Nullable LocalDate seriesDay,
        UUID branchId,
        String branch,
        @JsonIgnore ZoneId zone,
        @Nullable UUID staffId,
        @Nullable String staff,
        @Nullable String room,
        Instant startsAt,
        Instant endsAt,
        int capacity,
        int taken,
        int waiting,
        int attended,
        boolean cancelled,
        @Nullable String cancelReason,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    @JsonIgnore
    public int minutes() {
        return (int) Duration.between(startsAt, endsAt).toMinutes();
    }

    @JsonIgnore
    public int free() {
        return Math.max(0, capacity - taken);
    }

    /** What may be changed about it. */
    public ClassSessionDetails details() {
        return new ClassSessionDetails(
                kindId, branchId, staffId, startsAt, minutes(), capacity, room);
    }
}
