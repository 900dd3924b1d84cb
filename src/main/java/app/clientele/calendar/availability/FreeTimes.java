package app.clientele.calendar.availability;

import static java.util.Objects.requireNonNull;

import app.clientele.calendar.availability.Availability.FreeDay;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.availability.Sheet.Timetable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/** Finds the free starts in what the timetables say. */
final class FreeTimes {
    /** An appointment may last into the day after the last one. */
    private static final int DAYS_AFTER = 2;

    private final Sheet sheet;
    private final Search search;
    private final LocalDate from;
    private final LocalDate to;

    private FreeTimes(Sheet sheet, Search search) {
        this.sheet = sheet;
        this.search = search;
        from = requireNonNull(search.from());
        to = requireNonNull(search.to());
    }

    static List<FreeDay> of(Sheet sheet, Search search) {
        return new FreeTimes(sheet, search).days();
    }

    private List<FreeDay> days() {
        NavigableMap<Long, List<UUID>> starts = starts();
        return from.datesUntil(to.plusDays(1))
                .map(day -> new FreeDay(day, of(starts, day)))
                .toList();
    }

    private List<FreeStart> of(NavigableMap<Long, List<UUID>> starts, LocalDate day) {
        return starts.subMap(begin(day), begin(day.plusDays(1))).entrySet().stream()
                .map(e -> new FreeStart(Instant.ofEpochSecond(e.getKey()), e.getValue()))
                .toList();
    }

    private long begin(LocalDate day) {
        return sheet.clock().shows(day, 0);
    }

    private NavigableMap<Long, List<UUID>> starts() {
        var hours = WorkingHoursAt.of(sheet, from, to.plusDays(DAYS_AFTER));
        long earliest = search.notBefore().plusNanos(999_999_999).getEpochSecond();
        Spans asked = Spans.of(Math.max(begin(from), earliest), begin(to.plusDays(1)));
        NavigableMap<Long, List<UUID>> starts = new TreeMap<>();
        sheet.colleagues().stream()
                .sorted(Comparator.comparingInt(this::rank))
                .forEach(colleague ->
                        sheet.clock()
                                .each(
                                        search.step(),
                                        starts(hours.working(colleague), colleague).and(asked),
                                        at ->
                                                starts.computeIfAbsent(at, a -> new ArrayList<>())
                                                        .add(colleague.id())));
        return starts;
    }

    /** They come by name, and stay so behind the preferred ones. */
    private int rank(Timetable colleague) {
        int rank = search.preferred().indexOf(colleague.id());
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    /**
     * It must begin and end within one stretch of work; with its buffers, which may lie outside the
     * hours, it must meet nothing that takes the colleague.
     */
    private Spans starts(Spans working, Timetable colleague) {
        return starts(
                working, colleague, colleague.minutes(), sheet.bufferBefore(), sheet.bufferAfter());
    }

    /** The same for what takes so many minutes, with so many kept free before and after it. */
    static Spans starts(
            Spans working, Timetable colleague, int minutes, int minutesBefore, int minutesAfter) {
        long length = minutes * 60L;
        long before = minutesBefore * 60L;
        long after = minutesAfter * 60L;
        return working.longer(0, 1 - length)
                .without(colleague.away().longer(length + after - 1, before))
                .without(colleague.taken().longer(length + after - 1, before));
    }
}
