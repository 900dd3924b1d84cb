package app.clientele.calendar.waitlist;

import app.clientele.shared.Prose;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is to wait, and for what: their {@link WaitlistWish}. */
public record Joining(
        @NotNull @Nullable UUID customerId,
        @NotNull @Nullable UUID branchId,
        @NotNull @Nullable UUID serviceId,
        @Nullable UUID staffId,
        @NotNull @Nullable LocalDate from,
        @NotNull @Nullable LocalDate to,
        @Size(max = 7) @Nullable List<@NotNull @Min(1) @Max(7) Integer> weekdays,
        @Nullable LocalTime earliest,
        @Nullable LocalTime latest,
        @Prose(max = 2000) @Nullable String note) {
    WaitlistWish wish() {
        return new WaitlistWish(
                branchId, serviceId, staffId, from, to, weekdays, earliest, latest, note);
    }
}
