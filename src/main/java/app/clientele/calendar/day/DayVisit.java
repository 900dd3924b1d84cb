package app.clientele.calendar.day;

import app.clientele.calendar.AppointmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What lies on a day: an appointment, or a class.
 *
 * @param status of an appointment; absent for a class
 * @param capacity how many a class holds; absent for an appointment
 * @param taken how many are in the class
 * @param glances what each mark wanted to know
 */
public record DayVisit(
        UUID id,
        @Nullable UUID customerId,
        @Nullable String customer,
        @Nullable String guestName,
        String service,
        String colour,
        @Nullable UUID staffId,
        @Nullable String staff,
        Instant startsAt,
        Instant endsAt,
        @Nullable AppointmentStatus status,
        @Nullable Integer capacity,
        int taken,
        Map<VisitMark, JsonNode> glances) {
    /** How long it lasts. */
    public int minutes() {
        return (int) Duration.between(startsAt, endsAt).toMinutes();
    }

    public boolean isClass() {
        return status == null;
    }

    /** Whether it concerns this colleague. */
    public boolean isOf(UUID colleague) {
        return colleague.equals(staffId);
    }
}
