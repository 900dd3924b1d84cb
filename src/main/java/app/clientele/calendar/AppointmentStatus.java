package app.clientele.calendar;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** How far an appointment has come, and where it may go from there. */
public enum AppointmentStatus {
    /** Asked for online; holds nothing until it is accepted. */
    REQUESTED,
    BOOKED,
    /** The customer has said that they come. */
    CONFIRMED,
    /** Checked in. */
    ARRIVED,
    IN_SERVICE,
    COMPLETED,
    CANCELLED,
    /** Cancelled later than the business's rule allows. */
    LATE_CANCELLED,
    NO_SHOW,
    /** A request the business did not accept. */
    DECLINED;

    /** Where it may go; the way back is for what was clicked by mistake. */
    public Set<AppointmentStatus> next() {
        return switch (this) {
            case REQUESTED -> Set.of(BOOKED, DECLINED, CANCELLED);
            case BOOKED ->
                    Set.of(
                            CONFIRMED,
                            ARRIVED,
                            IN_SERVICE,
                            COMPLETED,
                            CANCELLED,
                            LATE_CANCELLED,
                            NO_SHOW);
            case CONFIRMED ->
                    Set.of(
                            BOOKED,
                            ARRIVED,
                            IN_SERVICE,
                            COMPLETED,
                            CANCELLED,
                            LATE_CANCELLED,
                            NO_SHOW);
            case ARRIVED -> Set.of(BOOKED, IN_SERVICE, COMPLETED, CANCELLED, LATE_CANCELLED);
            case IN_SERVICE -> Set.of(ARRIVED, COMPLETED);
            case COMPLETED -> Set.of(ARRIVED);
            case CANCELLED, LATE_CANCELLED, NO_SHOW -> Set.of(BOOKED); // while the time is free
            case DECLINED -> Set.of();
        };
    }

    /** Whether it takes up the time of a colleague; the same list stands in the database. */
    public boolean isHeld() {
        return switch (this) {
            case BOOKED, CONFIRMED, ARRIVED, IN_SERVICE, COMPLETED -> true;
            case REQUESTED, CANCELLED, LATE_CANCELLED, NO_SHOW, DECLINED -> false;
        };
    }

    /** Whether it still lies ahead, so that it can be moved. */
    public boolean isOpen() {
        return switch (this) {
            case REQUESTED, BOOKED, CONFIRMED, ARRIVED -> true;
            case IN_SERVICE, COMPLETED, CANCELLED, LATE_CANCELLED, NO_SHOW, DECLINED -> false;
        };
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
    public static AppointmentStatus of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
