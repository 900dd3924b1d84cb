package app.clientele.calendar.web.classes;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.calendar.classes.ClassSessions;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The classes of a week. */
@Controller
@Requires(Permission.APPOINTMENT_VIEW)
class TimetablePages {
    private final ClassSessions sessions;
    private final Branches branches;
    private final Clock clock;
    private final Templates templates;

    TimetablePages(ClassSessions sessions, Branches branches, Clock clock, Templates templates) {
        this.sessions = sessions;
        this.branches = branches;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping("/classes")
    JteModel week(
            View view,
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable LocalDate week,
            @RequestParam(required = false) @Nullable UUID customer) {
        List<Branch> places = branches.all(false);
        Branch there =
                places.stream()
                        .filter(b -> b.id().equals(branch))
                        .findFirst()
                        .orElseGet(places::getFirst);
        ZoneId zone = ZoneId.of(there.zone());
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate monday =
                (week == null ? today : week)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var found =
                sessions.between(
                        there.id(),
                        monday.atStartOfDay(zone).toInstant(),
                        monday.plusWeeks(1).atStartOfDay(zone).toInstant());
        return templates.classesWeek(
                new WeekPage(view, places, there, monday, today, found, customer));
    }
}
