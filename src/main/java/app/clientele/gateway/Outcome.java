package app.clientele.gateway;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What came of something a gateway was asked.
 *
 * @param reference the gateway's own name for it
 * @param reason why it was declined, as one of {@link Reasons}
 * @param link where the customer confirms it
 */
public record Outcome(
        State state, @Nullable String reference, @Nullable String reason, @Nullable String link) {
    /** How it stands. */
    public enum State {
        SUCCEEDED,
        DECLINED,
        /** Waits for the customer to confirm it at their bank (3-D Secure). */
        NEEDS_CUSTOMER,
        /** The gateway knows of it and has not decided. */
        PENDING,
        /** The answer was lost. */
        UNKNOWN,
        /** The gateway never heard of it. */
        NOT_FOUND;

        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isFinal() {
            return this == SUCCEEDED || this == DECLINED;
        }

        static State of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    public static Outcome succeeded(@Nullable String reference) {
        return new Outcome(State.SUCCEEDED, reference, null, null);
    }

    public static Outcome declined(@Nullable String reference, String reason) {
        return new Outcome(State.DECLINED, reference, reason, null);
    }

    public static Outcome needsCustomer(String reference, String link) {
        return new Outcome(State.NEEDS_CUSTOMER, reference, null, link);
    }

    public static Outcome pending(@Nullable String reference) {
        return new Outcome(State.PENDING, reference, null, null);
    }

    public static Outcome unknown() {
        return new Outcome(State.UNKNOWN, null, null, null);
    }

    public static Outcome notFound() {
        return new Outcome(State.NOT_FOUND, null, null, null);
    }
}
