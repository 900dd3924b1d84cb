package app.clientele.calendar.web.grid;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Seen;
import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.availability.Availability.WorkingTimes;
import app.clientele.calendar.web.ChosenDay;
import app.clientele.database.Reading;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar: a day of several colleagues side by side, or a week of one. */
@Controller
@RequestMapping("/calendar")
@Requires(Permission.APPOINTMENT_VIEW)
class CalendarPages {
    private static final int NOW_STEP = 300; // the line of now moves on every five minutes

    private final Branches branches;
    private final Appointments appointments;
    private final Availability availability;
    private final Seen seen;
    private final Reading reading;
    private final Clock clock;
    private final Templates templates;

    CalendarPages(
            Branches branches,
            Appointments appointments,
            Availability availability,
            Seen seen,
            Reading reading,
            Clock clock,
            Templates templates) {
        this.branches = branches;
        this.appointments = appointments;
        this.availability = availability;
        this.seen = seen;
        this.reading = reading;
        this.clock = clock;
        this.templates = templates;
    }

    /** What the address asks for; what makes no sense in it counts as not said. */
    record Asked(
            @Nullable String branch,
            @Nullable String date,
            @Nullable String view,
            @Nullable String staff,
            @Nullable String hours) {}

    @GetMapping
    JteModel page(
            View view,
            Asked asked,
            @CookieValue(name = ChosenDay.COOKIE, required = false) @Nullable String last,
            HttpServletResponse answer) {
        DayGrid grid =
                reading.together(() -> {
                    List<Branch> places = branches.all(false);
                    return grid(view, choice(view, asked, places, last), places);
                });
        if (asked.branch != null) {
            ChosenDay.remember(grid.choice().branch(), answer);
        }
        return templates.calendarDays(grid);
    }

    /** The same without the page around it; nothing when it is as it was seen. */
    @GetMapping("/day")
    Object part(View view, Asked asked, @RequestParam(defaultValue = "") String seen) {
        DayGrid grid = reading.together(() -> unless(view, asked, seen));
        return grid == null ? ResponseEntity.noContent().build() : templates.calendarGrid(grid);
    }

    private @Nullable DayGrid unless(View view, Asked asked, String shown) {
        List<Branch> places = branches.all(false);
        Choice choice = choice(view, asked, places, null);
        String now = seen.now(choice.branch().id(), choice.staff(), from(choice), until(choice));
        return shown.equals(stamp(choice, now)) ? null : grid(view, choice, places);
    }

    private DayGrid grid(View view, Choice asked, List<Branch> places) {
        UUID branch = asked.branch().id();
        List<Appointment> booked = appointments.between(branch, from(asked), until(asked));
        List<WorkingTimes> times =
                availability.working(
                        branch, asked.days().getFirst().date(), asked.days().getLast().date());
        Choice choice = asked.with(someone(view, asked, times));
        UUID only = choice.staff();
        List<Appointment> shown =
                booked.stream().filter(a -> only == null || a.staffId().equals(only)).toList();
        return DayGrid.of(
                view, choice, places, times, shown, clock.instant(), stamp(choice, Seen.of(shown)));
    }

    /** A week is somebody's: one's own if none is named. */
    private static @Nullable UUID someone(View view, Choice choice, List<WorkingTimes> times) {
        if (choice.staff() != null || !choice.week() || times.isEmpty()) {
            return choice.staff();
        }
        UUID own = requireNonNull(view.viewer()).staffId();
        return times.stream()
                .map(WorkingTimes::staffId)
                .filter(own::equals)
                .findFirst()
                .orElse(times.getFirst().staffId());
    }

    private String stamp(Choice choice, String appointments) {
        Instant now = clock.instant();
        boolean today = !now.isBefore(from(choice)) && now.isBefore(until(choice));
        return today ? appointments + "-" + now.getEpochSecond() / NOW_STEP : appointments;
    }

    private static Instant from(Choice choice) {
        return choice.days().getFirst().from();
    }

    private static Instant until(Choice choice) {
        return choice.days().getLast().until();
    }

    private Choice choice(View view, Asked asked, List<Branch> places, @Nullable String last) {
        ChosenDay day = ChosenDay.of(view, places, asked.branch, last, asked.date, clock);
        var monday = WeekFields.of(view.locale()).getFirstDayOfWeek();
        return new Choice(
                day.branch(),
                day.date(),
                "week".equals(asked.view),
                ChosenDay.id(asked.staff),
                "all".equals(asked.hours),
                day.date().with(TemporalAdjusters.previousOrSame(monday)));
    }
}
