package app.clientele.calendar;

import app.clientele.shared.Line;
import app.clientele.shared.Price;
import app.clientele.shared.Prose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted: who, what, with whom, where and when.
 *
 * @param startsAt in a visit absent for what begins when the one before it ends
 * @param bookedById the customer who books it for them
 * @param guestName who comes, where they have no record and the customer brings them
 * @param minutes as long as it takes for this customer and colleague when absent
 * @param price what it costs them when absent
 * @param status booked when absent; another one for whoever stands there, or was there
 * @param overlapReason why the customer may be in two places at once
 * @param outsideHours whether it may lie outside of the hours of branch and colleague
 */
public record Booking(
        @NotNull @Nullable UUID customerId,
        @Nullable UUID bookedById,
        @Line(max = 200) @Nullable String guestName,
        @NotNull @Nullable UUID branchId,
        @NotNull @Nullable UUID serviceId,
        @NotNull @Nullable UUID staffId,
        @NotNull @Nullable Instant startsAt,
        @Min(1) @Max(1440) @Nullable Integer minutes,
        @Price @Nullable Money price,
        @Prose @Nullable String note,
        @Nullable AppointmentStatus status,
        @Line(max = 200) @Nullable String overlapReason,
        boolean outsideHours) {
    AppointmentStatus statusOrBooked() {
        return status == null ? AppointmentStatus.BOOKED : status;
    }

    /** The same at a price of its own, or at this one. */
    Booking at(@Nullable Money usual) {
        return with(startsAt, price == null ? usual : price);
    }

    /** The same at another time. */
    Booking at(@Nullable Instant start) {
        return with(start, price);
    }

    private Booking with(@Nullable Instant start, @Nullable Money cost) {
        return new Booking(
                customerId,
                bookedById,
                guestName,
                branchId,
                serviceId,
                staffId,
                start,
                minutes,
                cost,
                note,
                status,
                overlapReason,
                outsideHours);
    }
}
