package app.clientele.calendar.waitlist;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the line.
 *
 * @param place of those who wait for this service there, from 1; absent when they no longer do
 * @param rank orders the line, before the ids: whoever was moved first stands below 0
 * @param firstReason why they were moved to the front
 * @param offer what is kept for them
 * @param lastAnswer what became of the offer before: declined, lapsed or withdrawn
 */
public record WaitlistEntry(
        UUID id,
        UUID customerId,
        String customer,
        UUID branchId,
        String branch,
        @JsonIgnore ZoneId zone,
        UUID serviceId,
        String service,
        @JsonIgnore int minutes,
        @Nullable UUID staffId,
        @Nullable String staff,
        LocalDate from,
        LocalDate to,
        List<Integer> weekdays,
        @Nullable LocalTime earliest,
        @Nullable LocalTime latest,
        @Nullable String note,
        WaitlistStatus status,
        @Nullable Integer place,
        @JsonIgnore String rank,
        @Nullable String firstReason,
        @Nullable String endReason,
        @Nullable WaitlistOffer offer,
        @Nullable String lastAnswer,
        String createdVia,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    /** What may be changed about it. */
    public WaitlistWish wish() {
        return new WaitlistWish(
                branchId, serviceId, staffId, from, to, weekdays, earliest, latest, note);
    }

    /** Whether a time suits what they wished for, by the branch's clock. */
    boolean suits(Instant start) {
        var there = start.atZone(zone);
        LocalDate day = there.toLocalDate();
        int minute = there.toLocalTime().toSecondOfDay() / 60;
        return !day.isBefore(from)
                && !day.isAfter(to)
                && weekdays.contains(day.getDayOfWeek().getValue())
                && minute >= wish().fromMinute()
                && minute + minutes <= wish().untilMinute();
    }
}
