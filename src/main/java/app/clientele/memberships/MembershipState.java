package app.clientele.memberships;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a membership stands today; the decision record says what each lets one use. */
public enum MembershipState {
    /** It begins later. */
    UPCOMING,
    ACTIVE,
    /** It runs, and somebody has to look after it: {@link Attention} says why. */
    NEEDS_ATTENTION,
    /**
     * It stands still: nothing is charged, and what it brought may be used where that was agreed.
     */
    PAUSED,
    /** Somebody ended it. */
    CANCELLED,
    /** Its term is over. */
    EXPIRED;

    /** Its name in the API and in the database. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    @JsonCreator
    public static MembershipState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** Whether it runs, or will. */
    public boolean isLive() {
        return this != CANCELLED && this != EXPIRED;
    }
}
