package app.clientele.calendar.web.grid;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * A day as the clock on the branch's wall shows it, so that ten is always at the same height. When
 * the clock is put back, an hour is shown twice and its appointments stand side by side; when it is
 * put forward, the hour skipped stays empty.
 */
public record Wall(LocalDate date, ZoneId zone) {
    static final int END = 24 * 60;

    Instant from() {
        return date.atStartOfDay(zone).toInstant();
    }

    Instant until() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    boolean meets(Instant begin, Instant end) {
        return begin.isBefore(until()) && end.isAfter(from());
    }

    boolean holds(Instant moment) {
        return !moment.isBefore(from()) && moment.isBefore(until());
    }

    /** The minute of the day it shows; the day's edge for what lies beyond. */
    int minute(Instant moment) {
        LocalDateTime there = LocalDateTime.ofInstant(moment, zone);
        if (there.toLocalDate().isBefore(date)) {
            return 0;
        }
        return there.toLocalDate().isAfter(date) ? END : there.getHour() * 60 + there.getMinute();
    }

    /** Whether the clock shows this moment's time twice on its day. */
    boolean twice(Instant moment) {
        return zone.getRules().getValidOffsets(LocalDateTime.ofInstant(moment, zone)).size() > 1;
    }
}
