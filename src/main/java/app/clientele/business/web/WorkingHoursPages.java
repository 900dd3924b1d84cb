package app.clientele.business.web;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Staff;
import app.clientele.business.Staff.Member;
import app.clientele.business.TimeOff;
import app.clientele.business.WorkingHours;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When a colleague works at each branch, and when they are away. */
@Controller
@Requires(Permission.SETTINGS_TEAM)
class WorkingHoursPages {
    private static final String MEMBER = "/settings/team/{id}";
    private static final String HOURS = MEMBER + "/hours/{branch}";

    private final WorkingHours hours;
    private final TimeOff timeOff;
    private final Staff staff;
    private final Branches branches;
    private final Templates templates;
    private final Clock clock;

    WorkingHoursPages(
            WorkingHours hours,
            TimeOff timeOff,
            Staff staff,
            Branches branches,
            Templates templates,
            Clock clock) {
        this.hours = hours;
        this.timeOff = timeOff;
        this.staff = staff;
        this.branches = branches;
        this.templates = templates;
        this.clock = clock;
    }

    /** A colleague at one of the branches they may work at. */
    private record Place(Member member, Branch branch, List<Branch> branches) {
        String path() {
            return "/settings/team/" + member.id() + "/hours/" + branch.id();
        }

        ZoneId zone() {
            return ZoneId.of(branch.zone());
        }
    }

    private Place place(UUID id, UUID branch) {
        Member member = staff.get(id);
        List<Branch> theirs = theirs(member);
        return theirs.stream()
                .filter(b -> b.id().equals(branch))
                .findFirst()
                .map(b -> new Place(member, b, theirs))
                .orElseThrow(() -> new NotFound("branch"));
    }

    private List<Branch> theirs(Member member) {
        return branches.all(false).stream()
                .filter(b -> member.branchIds().isEmpty() || member.branchIds().contains(b.id()))
                .toList();
    }

    @GetMapping(MEMBER + "/hours")
    Object first(View view, @PathVariable UUID id) {
        List<Branch> theirs = theirs(staff.get(id));
        if (theirs.isEmpty()) {
            throw new NotFound("branch");
        }
        return view.redirect("/settings/team/" + id + "/hours/" + theirs.getFirst().id());
    }

    @GetMapping(HOURS)
    Object show(View view, @PathVariable UUID id, @PathVariable UUID branch) {
        Place place = place(id, branch);
        return page(view, place, form(view, place), Typed.nothing(), FormErrors.none());
    }

    private HoursForm form(View view, Place place) {
        LocalDate today = LocalDate.now(clock.withZone(place.zone()));
        UUID member = place.member.id();
        UUID branch = place.branch.id();
        return HoursForm.of(
                view, place.path(), hours.week(member, branch), hours.dates(member, branch, today));
    }

    private JteModel page(
            View view, Place place, HoursForm form, Typed absence, FormErrors absenceErrors) {
        var away = timeOff.of(place.member.id(), clock.instant());
        var there = view.in(view.locale(), place.zone());
        return templates.businessWorkinghours(
                view,
                there,
                place.member,
                place.branch,
                place.branches,
                form,
                away,
                absence,
                absenceErrors);
    }

    @PostMapping(HOURS)
    Object save(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID branch,
            @RequestParam MultiValueMap<String, String> fields) {
        Place place = place(id, branch);
        Typed typed = new Typed(fields);
        try {
            hours.change(id, branch, HoursForm.week(typed), typed.version());
            return view.redirect(
                    place.path(), Toast.of("business.hours.saved", place.member.name()));
        } catch (Invalid e) {
            return view.invalid(again(view, place, typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(
                    view, e, typed, (again, errors) -> again(view, place, again, errors));
        }
    }

    private JteModel again(View view, Place place, Typed typed, FormErrors errors) {
        HoursForm form = form(view, place).withWeek(typed, errors);
        return page(view, place, form, Typed.nothing(), FormErrors.none());
    }

    @PostMapping(HOURS + "/dates")
    Object setDate(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID branch,
            @RequestParam MultiValueMap<String, String> fields) {
        Place place = place(id, branch);
        Typed typed = new Typed(fields);
        try {
            LocalDate day = HoursForm.day(typed.value("day"));
            hours.setDate(id, branch, day, HoursForm.details(typed));
            return view.redirect(
                    place.path(), Toast.of("business.hours.date_saved", view.date(day)));
        } catch (Invalid e) {
            HoursForm form = form(view, place).withDate(typed, FormErrors.of(view, e));
            return view.invalid(page(view, place, form, Typed.nothing(), FormErrors.none()));
        }
    }

    @PostMapping(HOURS + "/dates/{day}/removal")
    Object removeDate(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID branch,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        Place place = place(id, branch);
        hours.removeDate(id, branch, day);
        return view.redirect(place.path(), Toast.of("business.hours.date_removed", view.date(day)));
    }

    @PostMapping(HOURS + "/absences")
    Object addAbsence(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID branch,
            @RequestParam MultiValueMap<String, String> fields) {
        Place place = place(id, branch);
        Typed typed = new Typed(fields);
        try {
            timeOff.add(id, AbsenceForm.read(typed, place.zone()));
            return view.redirect(
                    place.path(), Toast.of("business.absence.saved", place.member.name()));
        } catch (Invalid e) {
            FormErrors errors = FormErrors.of(view, AbsenceForm.inItsFields(e));
            return view.invalid(page(view, place, form(view, place), typed, errors));
        }
    }

    @PostMapping(HOURS + "/absences/{absence}/removal")
    Object removeAbsence(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID branch,
            @PathVariable UUID absence) {
        Place place = place(id, branch);
        timeOff.remove(id, absence);
        return view.redirect(place.path(), Toast.of("business.absence.removed"));
    }
}
