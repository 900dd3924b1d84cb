package app.clientele.calendar.web.online;

import app.clientele.calendar.availability.Availability.FreeDay;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.online.Offered;
import app.clientele.calendar.online.Offered.Colleague;
import app.clientele.site.View;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Days of a month and the free times of one of them.
 *
 * @param gone whether the time they chose was taken meanwhile
 */
public record TimesPage(
        PublicFrame frame,
        BookingPath path,
        Offered choice,
        YearMonth month,
        LocalDate today,
        List<FreeDay> days,
        boolean gone) {
    /** A free time. */
    public record Time(String words, String href) {}

    public View view() {
        return frame.view();
    }

    /** Its words for the heads of the columns. */
    public List<String> weekdays() {
        return week().map(d -> d.getDisplayName(TextStyle.SHORT_STANDALONE, view().locale()))
                .toList();
    }

    private Stream<DayOfWeek> week() {
        DayOfWeek first = WeekFields.of(view().locale()).getFirstDayOfWeek();
        return IntStream.range(0, 7).mapToObj(first::plus);
    }

    /** The month in rows of seven; absent where another month begins. */
    public List<List<@Nullable LocalDate>> weeks() {
        DayOfWeek first = WeekFields.of(view().locale()).getFirstDayOfWeek();
        int blank = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - first.getValue(), 7);
        List<List<@Nullable LocalDate>> weeks = new ArrayList<>();
        for (int from = 1 - blank; from <= month.lengthOfMonth(); from += 7) {
            List<@Nullable LocalDate> week = new ArrayList<>();
            for (int day = from; day < from + 7; day++) {
                week.add(month.isValidDay(day) ? month.atDay(day) : null);
            }
            weeks.add(week);
        }
        return weeks;
    }

    public boolean isFree(LocalDate day) {
        return byDate().containsKey(day);
    }

    private Map<LocalDate, FreeDay> byDate() {
        return days.stream()
                .filter(d -> !d.starts().isEmpty())
                .collect(Collectors.toMap(FreeDay::date, Function.identity()));
    }

    /** The day that is looked at: the one chosen, else the first with free times. */
    public @Nullable LocalDate day() {
        return path.day() != null
                ? path.day()
                : days.stream()
                        .filter(d -> !d.starts().isEmpty())
                        .map(FreeDay::date)
                        .findFirst()
                        .orElse(null);
    }

    /** Whether the month has any free time. */
    public boolean anyFree() {
        return days.stream().anyMatch(d -> !d.starts().isEmpty());
    }

    /** Its free times. */
    public List<Time> times() {
        LocalDate shown = day();
        FreeDay free = shown == null ? null : byDate().get(shown);
        if (free == null || shown == null) {
            return List.of();
        }
        View there = view().in(view().locale(), zone());
        BookingPath on = path.on(shown);
        return free.starts().stream().map(s -> time(there, on, s)).toList();
    }

    private static Time time(View there, BookingPath on, FreeStart start) {
        Instant at = start.startsAt();
        return new Time(there.time(at), on.starting(at).href());
    }

    private ZoneId zone() {
        return choice.zone();
    }

    public String title() {
        return DateTimeFormatter.ofPattern("LLLL y", view().locale()).format(month);
    }

    /** The month before, if it has not passed. */
    public @Nullable BookingPath earlier() {
        return month.isAfter(YearMonth.from(today)) ? path.in(month.minusMonths(1)) : null;
    }

    /** The month after, as far as one may book ahead. */
    public @Nullable BookingPath later() {
        YearMonth last = YearMonth.from(today.plusDays(choice.rules().aheadDays()));
        return month.isBefore(last) ? path.in(month.plusMonths(1)) : null;
    }

    /** "Central European Time (Stockholm)": whoever reads it may be elsewhere. */
    public String zoneName() {
        return zone().getDisplayName(TextStyle.FULL_STANDALONE, view().locale());
    }

    public String staff() {
        var id = path.staffId();
        return id == null
                ? view().t("online.anybody")
                : choice.colleague(id).map(Colleague::name).orElse("");
    }
}
