package app.clientele.points;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Points that came to a customer, or went.
 *
 * @param points less than nothing where they went
 * @param expiresOn the last day on which what came may be used
 * @param invoiceId what was paid for, which brought them or was paid with them
 * @param broughtId whom they brought along, where that brought them points
 */
public record PointEntry(
        UUID id,
        UUID customerId,
        Cause cause,
        long points,
        @Nullable LocalDate expiresOn,
        @Nullable UUID invoiceId,
        @Nullable String invoiceNumber,
        @Nullable UUID broughtId,
        @JsonIgnore @Nullable String brought,
        @Nullable String reason,
        Instant at,
        @Nullable String by) {
    /** Why. */
    public enum Cause {
        EARNED,
        REFERRAL,
        REDEEMED,
        /** What paid for something that was paid back. */
        GIVEN_BACK,
        /** What was earned with something that was paid back. */
        TAKEN_BACK,
        EDITED,
        EXPIRED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether both are of one deed, which took some of what came at several times. */
    boolean isOneWith(PointEntry other) {
        return at.equals(other.at)
                && cause == other.cause
                && Objects.equals(invoiceId, other.invoiceId)
                && Objects.equals(reason, other.reason);
    }

    /** With what another of the same deed took. */
    PointEntry and(PointEntry other) {
        return new PointEntry(
                id,
                customerId,
                cause,
                points + other.points,
                expiresOn,
                invoiceId,
                invoiceNumber,
                broughtId,
                brought,
                reason,
                at,
                by);
    }
}
