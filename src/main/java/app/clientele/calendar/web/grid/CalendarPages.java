package app.clientele.calendar.web.grid;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Seen;
import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.availability.Availability.WorkingTimes;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import app.clientele.site.Viewer;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
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
    private static final String COOKIE = "calendar-branch";
    private static final int NOW_STEP = 300; // the line of now moves on every five minutes

    private final Branches branches;
    private final Appointments appointments;
    private final Availability availability;
    private final Seen seen;
    private final Clock clock;
    private final Templates templates;

    CalendarPages(
            Branches branches,
            Appointments appointments,
            Availability availability,
            Seen seen,
            Clock clock,
            Templates templates) {
        this.branches = branches;
        this.appointments = appointments;
        this.availability = availability;
        this.seen = seen;
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
            @CookieValue(name = COOKIE, required = false) @Nullable String last,
            HttpServletResponse answer) {
        List<Branch> places = branches.all(false);
        Choice choice = choice(view, asked, places, last);
        if (asked.branch != null) {
            var cookie = ResponseCookie.from(COOKIE, choice.branch().id().toString());
            answer.addHeader(
                    HttpHeaders.SET_COOKIE,
                    cookie.path("/calendar").httpOnly(true).sameSite("Lax").build().toString());
        }
        return templates.calendarDays(grid(view, choice, places));
    }

    /** The same without the page around it; nothing when it is as it was seen. */
    @GetMapping("/day")
    Object part(View view, Asked asked, @RequestParam(defaultValue = "") String seen) {
        List<Branch> places = branches.all(false);
        Choice choice = choice(view, asked, places, null);
        if (seen.equals(
                stamp(
                        choice,
                        this.seen.now(
                                choice.branch().id(),
                                choice.staff(),
                                from(choice),
                                until(choice))))) {
            return ResponseEntity.noContent().build();
        }
        return templates.calendarGrid(grid(view, choice, places));
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
        Viewer viewer = requireNonNull(view.viewer());
        UUID wanted = uuid(asked.branch == null ? last : asked.branch);
        Branch branch = branch(places, wanted, viewer.branchId());
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(branch.zone()));
        LocalDate date = date(asked.date, today);
        var monday = WeekFields.of(view.locale()).getFirstDayOfWeek();
        return new Choice(
                branch,
                date,
                "week".equals(asked.view),
                uuid(asked.staff),
                "all".equals(asked.hours),
                date.with(TemporalAdjusters.previousOrSame(monday)));
    }

    private static Branch branch(List<Branch> places, @Nullable UUID wanted, @Nullable UUID own) {
        return places.stream()
                .filter(b -> b.id().equals(wanted))
                .findFirst()
                .or(() -> places.stream().filter(b -> b.id().equals(own)).findFirst())
                .orElseGet(places::getFirst);
    }

    /** Within the years a diary is about. */
    private static LocalDate date(@Nullable String text, LocalDate today) {
        try {
            LocalDate date = text == null ? today : LocalDate.parse(text);
            return Math.abs(date.getYear() - today.getYear()) > 100 ? today : date;
        } catch (DateTimeParseException e) {
            return today;
        }
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
