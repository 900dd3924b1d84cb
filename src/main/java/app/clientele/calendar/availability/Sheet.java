package app.clientele.calendar.availability;

import app.clientele.business.Hours;
import app.clientele.business.Week;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was found for a branch. */
record Sheet(
        WallClock clock,
        int bufferBefore,
        int bufferAfter,
        Timetable branch,
        List<Timetable> colleagues) {
    /**
     * What was said of a branch, or of a colleague there.
     *
     * @param id of the branch or the colleague
     * @param minutes how long the colleague takes for what is asked for
     * @param week absent where nobody has said
     * @param dated the hours of dates that differ
     * @param taken by appointments and classes, at whatever branch
     */
    record Timetable(
            UUID id,
            String name,
            int minutes,
            @Nullable Week week,
            Map<LocalDate, Hours> dated,
            Spans away,
            Spans taken) {
        /** Absent where nobody has said. */
        @Nullable Hours on(LocalDate day) {
            Hours differing = dated.get(day);
            return differing != null || week == null ? differing : week.on(day.getDayOfWeek());
        }

        boolean said() {
            return week != null || !dated.isEmpty();
        }
    }
}
