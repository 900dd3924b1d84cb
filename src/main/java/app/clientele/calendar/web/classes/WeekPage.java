package app.clientele.calendar.web.classes;

import app.clientele.business.Branches.Branch;
import app.clientele.calendar.classes.ClassSession;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The timetable of a week at a branch.
 *
 * @param monday the first day of the week
 * @param customer who is to be booked, where one came from a profile
 */
public record WeekPage(
        View view,
        List<Branch> branches,
        Branch branch,
        LocalDate monday,
        LocalDate today,
        List<ClassSession> sessions,
        @Nullable UUID customer) {
    /** A day with its classes. */
    public record Day(LocalDate date, boolean today, List<ClassSession> sessions) {}

    public List<Day> days() {
        ZoneId zone = ZoneId.of(branch.zone());
        return IntStream.range(0, 7)
                .mapToObj(monday::plusDays)
                .map(day ->
                        new Day(
                                day,
                                day.equals(today),
                                sessions.stream()
                                        .filter(s ->
                                                LocalDate.ofInstant(s.startsAt(), zone).equals(day))
                                        .toList()))
                .toList();
    }

    public List<Option> branchOptions() {
        return branches.stream().map(b -> new Option(b.id().toString(), b.name())).toList();
    }

    /** The timetable of another week. */
    public String path(int weeks) {
        return "/classes?branch=%s&week=%s%s"
                .formatted(
                        branch.id(),
                        monday.plusWeeks(weeks),
                        customer == null ? "" : "&customer=" + customer);
    }

    public String path(ClassSession session) {
        return ClassWords.path(session) + (customer == null ? "" : "?customer=" + customer);
    }
}
