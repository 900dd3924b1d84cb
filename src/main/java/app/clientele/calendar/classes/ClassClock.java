package app.clientele.calendar.classes;

import app.clientele.calendar.availability.WallTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** When the clock on a branch's wall shows the time of a class: as for every series. */
final class ClassClock {
    private ClassClock() {}

    static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
        return WallTime.at(day, time, zone);
    }
}
