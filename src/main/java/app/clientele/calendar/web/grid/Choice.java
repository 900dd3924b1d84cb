package app.clientele.calendar.web.grid;

import app.clientele.business.Branches.Branch;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What of the calendar is looked at.
 *
 * @param week whether seven days of one colleague, or a day of all
 * @param staff the only one to show
 * @param whole whether all hours, or those worked and booked
 * @param first the day the week begins with
 */
public record Choice(
        Branch branch,
        LocalDate date,
        boolean week,
        @Nullable UUID staff,
        boolean whole,
        LocalDate first) {
    ZoneId zone() {
        return ZoneId.of(branch.zone());
    }

    /** The days shown, in their order. */
    List<Wall> days() {
        return week
                ? IntStream.range(0, 7).mapToObj(i -> new Wall(first.plusDays(i), zone())).toList()
                : List.of(new Wall(date, zone()));
    }

    Choice with(@Nullable UUID other) {
        return new Choice(branch, date, week, other, whole, first);
    }

    public String path() {
        return "/calendar" + query(date, week, staff, whole);
    }

    public String on(LocalDate day) {
        return "/calendar" + query(day, week, staff, whole);
    }

    public String before() {
        return on(week ? date.minusWeeks(1) : date.minusDays(1));
    }

    public String after() {
        return on(week ? date.plusWeeks(1) : date.plusDays(1));
    }

    /** The day of everybody. */
    public String day(LocalDate day) {
        return "/calendar" + query(day, false, null, whole);
    }

    public String week(@Nullable UUID whose) {
        return "/calendar" + query(date, true, whose, whole);
    }

    public String otherHours() {
        return "/calendar" + query(date, week, staff, !whole);
    }

    public String part(String seen) {
        return "/calendar/day" + query(date, week, staff, whole) + "&seen=" + seen;
    }

    private String query(LocalDate day, boolean weekly, @Nullable UUID whose, boolean all) {
        return "?branch=%s&date=%s&view=%s".formatted(branch.id(), day, weekly ? "week" : "day")
                + (whose == null ? "" : "&staff=" + whose)
                + (all ? "&hours=all" : "");
    }
}
