package app.clientele.calendar.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** When the clock on a branch's wall shows a time, on the days it changes, too. */
public final class WallTime {
    private WallTime() {}

    /** Of an hour that comes twice the first; where the clock jumps over it, when it jumps. */
    public static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        LocalDateTime wanted = LocalDateTime.of(day, time);
        ZoneOffsetTransition change = zone.getRules().getTransition(wanted);
        return change != null && change.isGap()
                ? change.getInstant()
                : wanted.atZone(zone).toInstant();
    }
}
