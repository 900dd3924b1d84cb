package app.clientele.calendar.classes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** How a customer stands to a class, and what may become of that. */
public enum ClassBookingStatus {
    /** Waits for a place. */
    WAITLISTED,
    /** A place is kept for them for a while, which they have to take. */
    OFFERED,
    BOOKED,
    CHECKED_IN,
    /** Was there to the end. */
    ATTENDED,
    CANCELLED,
    /** Cancelled later than the business's rule allows. */
    LATE_CANCELLED,
    NO_SHOW,
    /** Did not take the place that was offered. */
    LAPSED;

    /** Where it may go; the way back is for what was clicked by mistake. */
    public Set<ClassBookingStatus> next() {
        return switch (this) {
            case WAITLISTED -> Set.of(BOOKED, OFFERED, CANCELLED);
            case OFFERED -> Set.of(BOOKED, LAPSED, CANCELLED);
            case BOOKED -> Set.of(CHECKED_IN, ATTENDED, CANCELLED, LATE_CANCELLED, NO_SHOW);
            case CHECKED_IN -> Set.of(BOOKED, ATTENDED);
            case ATTENDED -> Set.of(CHECKED_IN, BOOKED);
            case NO_SHOW -> Set.of(BOOKED, CHECKED_IN); // while there is a place
            case CANCELLED, LATE_CANCELLED, LAPSED -> Set.of(BOOKED, WAITLISTED);
        };
    }

    /** Whether it takes a place; the same list stands in the database. */
    public boolean isHeld() {
        return switch (this) {
            case OFFERED, BOOKED, CHECKED_IN, ATTENDED -> true;
            case WAITLISTED, CANCELLED, LATE_CANCELLED, NO_SHOW, LAPSED -> false;
        };
    }

    /** Whether they are on the roster or wait for it. */
    public boolean isOn() {
        return isHeld() || this == WAITLISTED;
    }

    /** Its name in the API and in the database, such as {@code late_cancelled}. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    @JsonCreator
    public static ClassBookingStatus of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
