package app.clientele.calendar.availability;

import static app.clientele.ForAll.forAll;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.business.Hours;
import app.clientele.business.Week;
import app.clientele.calendar.availability.Availability.FreeDay;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.availability.Sheet.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Free starts as they follow from hours, absences and what is booked. */
class FreeTimesTests {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final UUID INES = new UUID(0, 1);

    @Test
    void agreeWithACalendarFilledInMinuteByMinute() {
        forAll(
                120,
                Situation::random,
                situation ->
                        assertThat(FreeTimes.of(situation.sheet(), situation.search()))
                                .isEqualTo(SlowFreeTimes.of(situation)));
    }

    @Test
    void lieOnTheStepsOfTheClockBetweenOpeningAndClosing() {
        assertThat(clocks("2026-06-01", "9-10:40", "9-18", 30))
                .containsExactly("09:00", "09:15", "09:30", "09:45", "10:00");
        assertThat(clocks("2026-06-01", "9:10-10", "0-24", 30)).containsExactly("09:15", "09:30");
    }

    @Test
    void areNoneWhileNobodyHasSaidHours() {
        assertThat(free(sheet(null, null), "2026-06-01", 30)).isEmpty();
        assertThat(clocks("2026-06-01", "9-10", null, 60)).containsExactly("09:00");
        assertThat(clocks("2026-06-01", null, "9-10", 60)).containsExactly("09:00");
        assertThat(clocks("2026-06-01", "", "9-10", 60)).isEmpty();
    }

    @Test
    void areNoneInTheHourThatTheClockLeavesOut() {
        assertThat(clocks("2026-03-29", "1-2:30", "0-24", 30))
                .containsExactly("01:00", "01:15", "01:30");
        assertThat(clocks("2026-03-29", "1-5", "0-24", 60))
                .containsExactly(
                        "01:00", "01:15", "01:30", "01:45", "03:00", "03:15", "03:30", "03:45",
                        "04:00");
    }

    @Test
    void comeTwiceInTheHourThatTheClockShowsTwice() {
        assertThat(clocks("2026-10-25", "1:30-3:15", "0-24", 30))
                .containsExactly(
                        "01:30", "01:45", "02:00", "02:15", "02:30", "02:45", "02:00", "02:15",
                        "02:30", "02:45");
    }

    @Test
    void aNightBelongsToTheDayItBeginsOn() {
        assertThat(clocks("2026-06-01", "22-02", "22-02", 120))
                .startsWith("00:00") // of the night before
                .endsWith("23:45");
    }

    private static List<String> clocks(
            String day, @Nullable String branch, @Nullable String colleague, int minutes) {
        return free(sheet(branch, colleague), day, minutes).stream()
                .map(s -> s.startsAt().atZone(STOCKHOLM).toLocalTime().toString())
                .toList();
    }

    private static Sheet sheet(@Nullable String branch, @Nullable String colleague) {
        return new Sheet(
                WallClock.of(STOCKHOLM.getId()),
                0,
                0,
                timetable(new UUID(0, 0), branch),
                List.of(timetable(INES, colleague)));
    }

    private static Timetable timetable(UUID id, @Nullable String hours) {
        Week week = hours == null ? null : Week.of(day -> Hours.typed(hours));
        return new Timetable(id, "Ines", 0, week, Map.of(), Spans.NONE, Spans.NONE);
    }

    private static List<FreeStart> free(Sheet sheet, String day, int minutes) {
        LocalDate date = LocalDate.parse(day);
        Sheet lasting =
                new Sheet(
                        sheet.clock(),
                        0,
                        0,
                        sheet.branch(),
                        sheet.colleagues().stream()
                                .map(c ->
                                        new Timetable(
                                                c.id(), c.name(), minutes, c.week(), c.dated(),
                                                c.away(), c.taken()))
                                .toList());
        var search = Search.of(new UUID(0, 0), new UUID(0, 2), date, date, Instant.EPOCH);
        List<FreeDay> days = FreeTimes.of(lasting, search);
        assertThat(days).hasSize(1);
        return days.getFirst().starts();
    }
}
