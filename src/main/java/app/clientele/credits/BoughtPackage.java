package app.clientele.credits;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A package somebody has.
 *
 * @param packageId what was sold
 * @param invoiceId by which
 * @param endReason why somebody ended it
 * @param moveReason why it was handed on to who has it now
 * @param credits the visits it brought
 */
public record BoughtPackage(
        UUID id,
        UUID customerId,
        UUID packageId,
        String name,
        UUID invoiceId,
        String invoiceNumber,
        LocalDate boughtOn,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        @Nullable String moveReason,
        List<VisitCredit> credits,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    /** How it stands. */
    public enum State {
        ACTIVE,
        USED,
        EXPIRED,
        ENDED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @JsonProperty
    public State state() {
        if (endedAt != null) {
            return State.ENDED;
        }
        if (left() > 0) {
            return State.ACTIVE;
        }
        return credits.stream().anyMatch(c -> c.expired() > 0) ? State.EXPIRED : State.USED;
    }

    /** How many visits may still be used. */
    @JsonProperty
    public int left() {
        return credits.stream().mapToInt(VisitCredit::left).sum();
    }

    /** How many it brought. */
    @JsonProperty
    public int visits() {
        return credits.stream().mapToInt(VisitCredit::visits).sum();
    }

    /** The last day on which any of it may be used. */
    @JsonProperty
    public @Nullable LocalDate expiresOn() {
        return credits.stream().anyMatch(c -> c.expiresOn() == null)
                ? null
                : credits.stream()
                        .map(VisitCredit::expiresOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }
}
