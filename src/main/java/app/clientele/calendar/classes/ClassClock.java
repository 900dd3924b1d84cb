package app.clientele.calendar.classes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** When the clock on a branch's wall shows the time of a class. */
final class ClassClock {
    private ClassClock() {}

    /** Of an hour that comes twice the first; where the clock jumps over it, when it jumps. */
    static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        LocalDateTime wanted = LocalDateTime.of(day, time);
        ZoneOffsetTransition change = zone.getRules().getTransition(wanted);
        return change != null && change.isGap()
                ? change.getInstant()
                : wanted.atZone(zone).toInstant();
    }
}
