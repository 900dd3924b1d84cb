package app.clientele.calendar;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One service for one person at one time.
 *
 * @param customer their name; absent when they were erased
 * @param bookedById the customer who booked it, where another one comes
 * @param guestName who comes, where they have no record and the customer brings them
 * @param visitId shared by what was booked together: services in a row, guests
 * @param seriesId shared by what was booked again and again
 * @param zone the branch's, in which its times are told
 * @param service its name when it was booked
 * @param price as agreed; absent when it is on request
 * @param overlapReason why the customer may be in two places at once
 * @param offerUntil until when its time is, or was, kept for whoever waited for it
 * @param sequence rises with each change that whoever subscribed to a calendar must hear of
 */
public record Appointment(
        UUID id,
        UUID customerId,
        @Nullable String customer,
        @Nullable UUID bookedById,
        @Nullable String guestName,
        UUID visitId,
        @Nullable UUID seriesId,
        UUID branchId,
        String branch,
        @JsonIgnore ZoneId zone,
        UUID serviceId,
        String service,
        @JsonIgnore String colour,
        UUID staffId,
        String staff,
        Instant startsAt,
        Instant endsAt,
        AppointmentStatus status,
        @Nullable Money price,
        @Nullable String note,
        @Nullable String overlapReason,
        @Nullable String cancelReason,
        @Nullable Instant offerUntil,
        String createdVia,
        Instant createdAt,
        Instant updatedAt,
        int sequence,
        @JsonIgnore int version)
        implements Versioned {
    /** How long it lasts, without buffers. */
    @JsonIgnore
    public int minutes() {
        return (int) Duration.between(startsAt, endsAt).toMinutes();
    }

    /** Whether its time is kept for the customer until they have answered. */
    @JsonIgnore
    public boolean isOffer() {
        return status == AppointmentStatus.REQUESTED && offerUntil != null;
    }

    /** What may be changed about it without moving it. */
    public AppointmentDetails details() {
        return new AppointmentDetails(price, note);
    }
}
