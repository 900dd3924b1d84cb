package app.clientele.memberships;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something a membership charged.
 *
 * @param number of the period; 0 for what is charged once
 * @param from the first day of the period, or the day of what is charged once
 * @param attempts each payment that was tried, the first one first
 */
public record MembershipCharge(
        UUID id,
        Kind kind,
        int number,
        LocalDate from,
        @Nullable LocalDate until,
        Money amount,
        State state,
        @Nullable UUID orderId,
        @Nullable UUID invoiceId,
        @Nullable String invoice,
        List<Attempt> attempts,
        Instant createdAt) {
    /** What is charged for. */
    public enum Kind {
        JOINING,
        PERIOD,
        LEAVING;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    /** What became of it. */
    public enum State {
        /** Owed. */
        OPEN,
        /** A card is being charged. */
        WAITING,
        /** The card was declined. */
        FAILED,
        PAID,
        DISPUTED,
        REFUNDED,
        VOID,
        /** Missed while nothing ran: charged only when somebody asks for it. */
        SKIPPED,
        /** Not charged, as it was paused. */
        PAUSED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }

        /** Whether it may be charged once more. */
        public boolean isOwed() {
            return this == OPEN || this == FAILED || this == SKIPPED;
        }
    }

    /**
     * A payment that was tried.
     *
     * @param tender how
     * @param state what came of it
     * @param reason why it failed, in the gateway's code
     */
    public record Attempt(
            UUID paymentId, Instant at, String tender, String state, @Nullable String reason) {
        boolean isFailed() {
            return "failed".equals(state);
        }
    }
}
