package app.clientele.demo;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Hours;
import app.clientele.business.OpeningHours;
import app.clientele.business.OpeningHours.DatedHoursDetails;
import app.clientele.business.Staff;
import app.clientele.business.Staff.Member;
import app.clientele.business.TimeOff;
import app.clientele.business.TimeOff.AbsenceDetails;
import app.clientele.business.Week;
import app.clientele.business.WorkingHours;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** When an invented business is open and who works when, with holidays to come. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoHours {
    private final OpeningHours opening;
    private final WorkingHours working;
    private final TimeOff timeOff;
    private final Branches branches;
    private final Staff staff;
    private final Clock clock;

    DemoHours(
            OpeningHours opening,
            WorkingHours working,
            TimeOff timeOff,
            Branches branches,
            Staff staff,
            Clock clock) {
        this.opening = opening;
        this.working = working;
        this.timeOff = timeOff;
        this.branches = branches;
        this.staff = staff;
        this.clock = clock;
    }

    void fill(DemoBusiness demo) {
        Map<String, Branch> places = byName(branches.all(false), Branch::name);
        Map<String, Member> people = byName(staff.all(), Member::name);
        Map<String, String> names =
                demo.staff().stream()
                        .collect(
                                Collectors.toMap(
                                        DemoBusiness.Colleague::signIn,
                                        DemoBusiness.Colleague::name));
        for (String line : DemoFile.read("businesses/" + demo.slug() + ".txt").section("hours")) {
            List<String> parts = List.of(line.split("\\s*;\\s*", -1));
            List<String> whose = DemoFile.split(parts.getFirst(), ",");
            Branch branch = requireNonNull(places.get(whose.getFirst()));
            if (whose.size() == 1) {
                opening.change(branch.id(), week(parts), 0);
            } else {
                Member member = requireNonNull(people.get(names.get(whose.get(1))));
                working.change(member.id(), branch.id(), week(parts), 0);
            }
        }
        places.values().forEach(this::feasts);
        leave(staff.all(), ZoneId.of(demo.zone()));
    }

    private static <T> Map<String, T> byName(List<T> things, Function<T, String> name) {
        return things.stream().collect(Collectors.toMap(name, Function.identity()));
    }

    private static Week week(List<String> parts) {
        return Week.typed(day ->
                parts.get(DayOfWeek.valueOf(day.toUpperCase(java.util.Locale.ROOT)).getValue()));
    }

    /** The end of the year, as nearly everywhere. */
    private void feasts(Branch branch) {
        int year = LocalDate.now(clock).getYear();
        special(branch, LocalDate.of(year, 12, 24), "Christmas Eve", "9-14");
        special(branch, LocalDate.of(year, 12, 25), "Christmas Day", "");
        special(branch, LocalDate.of(year, 12, 31), "New Year’s Eve", "9-15");
        special(branch, LocalDate.of(year + 1, 1, 1), "New Year’s Day", "");
    }

    private void special(Branch branch, LocalDate day, String name, String hours) {
        opening.setDate(branch.id(), day, new DatedHoursDetails(name, Hours.typed(hours)));
    }

    /** Two weeks for the third colleague from next month on, an afternoon for the fourth. */
    private void leave(List<Member> team, ZoneId zone) {
        LocalDate today = LocalDate.now(clock.withZone(zone));
        LocalDate away = today.plusDays(24);
        timeOff.add(
                team.get(2).id(),
                new AbsenceDetails(
                        away.atStartOfDay(zone).toInstant(),
                        away.plusDays(14).atStartOfDay(zone).toInstant(),
                        "Holiday"));
        LocalDate course = today.plusDays(6);
        timeOff.add(
                team.get(3).id(),
                new AbsenceDetails(
                        course.atTime(13, 0).atZone(zone).toInstant(),
                        course.atTime(17, 0).atZone(zone).toInstant(),
                        "First aid course"));
    }
}
