package app.clientele.calendar.web.day;

import app.clientele.business.Branches;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.day.DayTask.Task;
import app.clientele.calendar.day.DayVisit;
import app.clientele.calendar.day.Days;
import app.clientele.calendar.web.AppointmentSteps;
import app.clientele.calendar.web.ChosenDay;
import app.clientele.database.Reading;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The day at the desk: who stands there, who is next, and what to do. */
@Controller
@RequestMapping(DayPages.PATH)
@Requires(Permission.APPOINTMENT_VIEW)
class DayPages {
    static final String PATH = "/today";

    private final Branches branches;
    private final Days days;
    private final AppointmentSteps steps;
    private final Reading reading;
    private final Clock clock;
    private final Templates templates;

    DayPages(
            Branches branches,
            Days days,
            AppointmentSteps steps,
            Reading reading,
            Clock clock,
            Templates templates) {
        this.branches = branches;
        this.days = days;
        this.steps = steps;
        this.reading = reading;
        this.clock = clock;
        this.templates = templates;
    }

    /** What the address asks for; what makes no sense in it counts as not said. */
    record Asked(@Nullable String branch, @Nullable String date, @Nullable String staff) {}

    @GetMapping
    Object page(
            View view,
            Asked asked,
            @CookieValue(name = ChosenDay.COOKIE, required = false) @Nullable String last,
            HttpServletResponse answer) {
        DayPage page = read(view, asked, last, FormErrors.none());
        if (asked.branch != null) {
            ChosenDay.remember(page.chosen().branch(), answer);
        }
        return templates.dayPage(page);
    }

    private DayPage read(View view, Asked asked, @Nullable String last, FormErrors errors) {
        return reading.together(() -> page(view, asked, last, errors));
    }

    private DayPage page(View view, Asked asked, @Nullable String last, FormErrors errors) {
        var places = branches.all(false);
        ChosenDay day = ChosenDay.of(view, places, asked.branch, last, asked.date, clock);
        List<DayVisit> visits = days.visits(day.branch().id(), day.date(), day.zone());
        return new DayPage(
                view,
                day,
                places,
                ChosenDay.id(asked.staff),
                visits,
                tasks(view, day),
                clock.instant(),
                errors);
    }

    private List<Task> tasks(View view, ChosenDay day) {
        return days.waiting(day.branch().id(), day.date()).entrySet().stream()
                .flatMap(e -> e.getKey().tell(view, e.getValue()).stream())
                .toList();
    }

    /** The list without the page around it; nothing when it is as it was seen. */
    @GetMapping("/list")
    Object part(View view, Asked asked, @RequestParam(defaultValue = "") String seen) {
        DayPage page = read(view, asked, null, FormErrors.none());
        return seen.equals(page.seen())
                ? ResponseEntity.noContent().build()
                : templates.dayList(page);
    }

    /** One step further with one click. */
    @PostMapping("/{id}/status")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object status(
            View view, Asked asked, @PathVariable UUID id, @RequestParam AppointmentStatus status) {
        try {
            return done(view, asked, steps.to(id, status));
        } catch (Refused e) {
            DayPage page = read(view, asked, null, FormErrors.of(view, e));
            return view.status(
                    HttpStatus.CONFLICT,
                    view.htmx() ? templates.dayList(page) : templates.dayPage(page));
        }
    }

    private Object done(View view, Asked asked, Toast toast) {
        DayPage page = read(view, asked, null, FormErrors.none());
        if (!view.htmx()) {
            return view.redirect(page.path(), toast);
        }
        view.toast(toast);
        return templates.dayList(page);
    }
}
