package app.clientele.calendar.availability;

import app.clientele.business.Hours;
import app.clientele.calendar.availability.Availability.Fit;
import app.clientele.calendar.availability.Availability.WorkingTimes;
import app.clientele.calendar.availability.Sheet.Timetable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a branch and of those who work there, on some days. Whoever has not said their own
 * follows the other; where neither has, there are none.
 */
record WorkingHoursAt(WallClock clock, Timetable branch, LocalDate from, LocalDate to) {
    /** Hours of the day before may last into the first one. */
    static WorkingHoursAt of(Sheet sheet, LocalDate from, LocalDate to) {
        return new WorkingHoursAt(sheet.clock(), sheet.branch(), from.minusDays(1), to);
    }

    private Spans open(Timetable colleague) {
        return clock.spans(from, to, day -> first(branch.on(day), colleague.on(day)));
    }

    private Spans there(Timetable colleague) {
        return clock.spans(from, to, day -> first(colleague.on(day), branch.on(day)));
    }

    private static @Nullable Hours first(@Nullable Hours one, @Nullable Hours other) {
        return one == null ? other : one;
    }

    Spans working(Timetable colleague) {
        return open(colleague).and(there(colleague));
    }

    private boolean said(Timetable colleague) {
        return branch.said() || colleague.said();
    }

    Fit fit(Timetable colleague, long from, long until) {
        if (colleague.away().meets(from, until)) {
            return Fit.STAFF_AWAY;
        }
        if (!said(colleague) || working(colleague).covers(from, until)) {
            return Fit.WITHIN;
        }
        return branch.said() && !open(colleague).covers(from, until)
                ? Fit.BRANCH_CLOSED
                : Fit.STAFF_NOT_WORKING;
    }

    WorkingTimes times(Timetable colleague) {
        Spans days = Spans.of(clock.shows(from.plusDays(1), 0), clock.shows(to.plusDays(1), 0));
        return new WorkingTimes(
                colleague.id(),
                colleague.name(),
                said(colleague),
                working(colleague).and(days).spans(),
                colleague.away().and(days).spans());
    }
}
