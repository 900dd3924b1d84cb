package app.clientele.calendar.web.day;

import app.clientele.calendar.day.DayVisit;
import java.time.Instant;

/** How far a visit of the day has come, in the order the desk asks for it. */
enum Stage {
    THERE,
    TO_COME,
    OVER;

    String titleKey() {
        return switch (this) {
            case THERE -> "day.there";
            case TO_COME -> "day.to_come";
            case OVER -> "day.over";
        };
    }

    /** Classes go by the clock, appointments by what was said of them. */
    static Stage of(DayVisit visit, Instant now) {
        if (visit.status() == null) {
            if (visit.startsAt().isAfter(now)) {
                return TO_COME;
            }
            return visit.endsAt().isAfter(now) ? THERE : OVER;
        }
        return switch (visit.status()) {
            case ARRIVED, IN_SERVICE -> THERE;
            case REQUESTED, BOOKED, CONFIRMED -> TO_COME;
            case COMPLETED, CANCELLED, LATE_CANCELLED, NO_SHOW, DECLINED -> OVER;
        };
    }

    static boolean calledOff(DayVisit visit) {
        if (visit.status() == null) {
            return false;
        }
        return switch (visit.status()) {
            case CANCELLED, LATE_CANCELLED, DECLINED -> true;
            default -> false;
        };
    }
}
