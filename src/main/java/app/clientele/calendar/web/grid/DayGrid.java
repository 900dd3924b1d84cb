package app.clientele.calendar.web.grid;

import app.clientele.business.Branches.Branch;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.availability.Availability.WorkingTimes;
import app.clientele.shared.Permission;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the calendar shows: columns of five-minute rows.
 *
 * @param colleagues whom one may choose
 * @param first the minute of the day it begins with, a full hour
 * @param last the one it ends with
 * @param seen by which it is told whether anything has changed since
 */
public record DayGrid(
        View view,
        Choice choice,
        List<Branch> branches,
        List<WorkingTimes> colleagues,
        List<Column> columns,
        int first,
        int last,
        Instant now,
        String seen) {
    private static final int ROW = 5;
    private static final int HOUR = 60;
    private static final int MORNING = 8 * HOUR;
    private static final int EVENING = 20 * HOUR;

    static DayGrid of(
            View view,
            Choice choice,
            List<Branch> branches,
            List<WorkingTimes> times,
            List<Appointment> booked,
            Instant now,
            String seen) {
        List<Column> columns = columns(choice, times, booked);
        int first = choice.whole() ? 0 : begin(columns) / HOUR * HOUR;
        int last = choice.whole() ? Wall.END : (end(columns) + HOUR - 1) / HOUR * HOUR;
        return new DayGrid(
                view,
                choice,
                branches,
                times,
                columns,
                first,
                Math.max(last, first + HOUR),
                now,
                seen);
    }

    private static List<Column> columns(
            Choice choice, List<WorkingTimes> times, List<Appointment> booked) {
        List<Column> all = new ArrayList<>();
        for (Wall wall : choice.days()) {
            for (WorkingTimes one : with(times, booked)) {
                if (choice.staff() == null || choice.staff().equals(one.staffId())) {
                    all.add(Column.of(one, wall, booked));
                }
            }
        }
        List<Column> there = all.stream().filter(Column::there).toList();
        return choice.week() || choice.staff() != null || there.isEmpty() ? all : there;
    }

    /** Also those who no longer work there but are booked. */
    private static List<WorkingTimes> with(List<WorkingTimes> times, List<Appointment> booked) {
        Map<UUID, WorkingTimes> all = new LinkedHashMap<>();
        times.forEach(t -> all.put(t.staffId(), t));
        booked.forEach(a ->
                all.computeIfAbsent(
                        a.staffId(),
                        id -> new WorkingTimes(id, a.staff(), true, List.of(), List.of())));
        return List.copyOf(all.values());
    }

    private static int begin(List<Column> columns) {
        return columns.stream()
                .flatMap(c ->
                        Stream.concat(
                                c.working().stream().map(Column.Band::start),
                                c.entries().stream().map(Entry::start)))
                .mapToInt(m -> m)
                .min()
                .orElse(MORNING);
    }

    private static int end(List<Column> columns) {
        return columns.stream()
                .flatMap(c ->
                        Stream.concat(
                                c.working().stream().map(Column.Band::end),
                                c.entries().stream().map(Entry::end)))
                .mapToInt(m -> m)
                .max()
                .orElse(EVENING);
    }

    /** Whether something else that is shown was booked together with it. */
    public boolean isTogether(Appointment one) {
        return columns.stream()
                .flatMap(c -> c.entries().stream())
                .map(Entry::appointment)
                .anyMatch(a -> a.visitId().equals(one.visitId()) && !a.id().equals(one.id()));
    }

    /** The classes of what lies between two minutes of the day. */
    public String rows(int start, int end) {
        int from = Math.max(0, Math.floorDiv(start - first, ROW));
        int until = Math.ceilDiv(Math.min(end, last) - first, ROW);
        return "at-%d for-%d".formatted(from, Math.max(1, until - from));
    }

    public String all() {
        return rows(first, last);
    }

    public int count() {
        return (last - first) / ROW;
    }

    /** The full hours, in minutes of the day. */
    public List<Integer> hours() {
        return IntStream.iterate(first, m -> m < last, m -> m + HOUR).boxed().toList();
    }

    /** What the clock shows then. */
    public String clock(int minute) {
        Instant then = Instant.EPOCH.plusSeconds(minute * 60L);
        return view.in(view.locale(), ZoneOffset.UTC).time(then);
    }

    /** "09:05", as a form wants it. */
    public String typed(int minute) {
        return "%02d:%02d".formatted(minute / HOUR % 24, minute % HOUR);
    }

    public boolean isToday(Column column) {
        return column.wall().holds(now);
    }

    /** Where now is, in a column of today. */
    public boolean showsNow(Column column) {
        int minute = column.wall().minute(now);
        return isToday(column) && minute >= first && minute < last;
    }

    public String nowRow(Column column) {
        int minute = column.wall().minute(now);
        return rows(minute, minute + 1);
    }

    public LocalDate today() {
        return LocalDate.ofInstant(now, choice.zone());
    }

    public boolean mayBook() {
        return view.may(Permission.APPOINTMENT_EDIT);
    }

    /** Where the keyboard begins in an empty column: when they come, else at the top. */
    public int begin(Column column) {
        return column.working().stream()
                .mapToInt(Column.Band::start)
                .filter(m -> m >= first && m < last)
                .findFirst()
                .orElse(first);
    }

    public String heading(Column column) {
        return choice.week() ? view.formats().shortDay(column.wall().date()) : column.name();
    }

    public String title() {
        return choice.week()
                ? view.formats().shortDay(choice.first())
                        + " – "
                        + view.formats().shortDay(choice.first().plusDays(6))
                : view.day(choice.date());
    }

    public List<Option> people() {
        return colleagues.stream().map(c -> new Option(c.staffId().toString(), c.name())).toList();
    }

    public boolean chosen(Option person) {
        return choice.staff() != null && choice.staff().toString().equals(person.value());
    }
}
