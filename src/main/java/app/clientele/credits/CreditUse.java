package app.clientele.credits;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit that was used.
 *
 * @param forId who was served
 * @param forName their name
 * @param usedOn the day of the visit
 * @param undone whether it was given back
 */
public record CreditUse(
        UUID id,
        UUID creditId,
        @Nullable UUID appointmentId,
        @Nullable UUID invoiceId,
        @Nullable UUID forId,
        @Nullable String forName,
        LocalDate usedOn,
        boolean undone) {}
