package app.clientele.calendar.waitlist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What has become of somebody's wish. */
public enum WaitlistStatus {
    WAITING,
    /** A time is kept for them until they have answered. */
    OFFERED,
    /** They took one. */
    BOOKED,
    /** They, or a colleague for them, no longer want it. */
    ENDED,
    /** The days they wished for have passed. */
    OVER;

    /** Whether they still stand in the line. */
    public boolean isOpen() {
        return this == WAITING || this == OFFERED;
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    @JsonCreator
    public static WaitlistStatus of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
