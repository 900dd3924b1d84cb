package app.clientele.credits;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Visits of one service that came to somebody at once.
 *
 * @param service its name
 * @param name of the package or plan they come from, or why they were given; absent once that was
 *     erased
 * @param packageId the package that was bought
 * @param membershipId the membership that brought them
 * @param visits how many came
 * @param left how many may still be used
 * @param used how many were
 * @param revoked how many were taken back
 * @param expired how many were not used in time
 * @param fromOn the first day on which they may be used
 * @param expiresOn the last; none when absent
 * @param shared whether those may use them who may pay with this customer's card
 */
public record VisitCredit(
        UUID id,
        UUID customerId,
        UUID serviceId,
        String service,
        Origin origin,
        @Nullable String name,
        @Nullable UUID packageId,
        @Nullable UUID membershipId,
        int visits,
        int left,
        int used,
        int revoked,
        int expired,
        LocalDate fromOn,
        @Nullable LocalDate expiresOn,
        boolean shared,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    /** Where visits come from. */
    public enum Origin {
        PACKAGE,
        MEMBERSHIP,
        HAND;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonProperty
    public CreditState state() {
        if (left > 0) {
            return CreditState.REDEEMABLE;
        }
        if (used == visits) {
            return CreditState.REDEEMED;
        }
        return expired > 0 ? CreditState.EXPIRED : CreditState.REVOKED;
    }
}
