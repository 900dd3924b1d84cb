package app.clientele.business.web;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.OpeningHours;
import app.clientele.shared.Invalid;
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
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When a branch is open. */
@Controller
@Requires(Permission.SETTINGS_BUSINESS)
class OpeningHoursPages {
    private static final String HOURS = "/settings/branches/{id}/hours";

    private final OpeningHours hours;
    private final Branches branches;
    private final Templates templates;
    private final Clock clock;

    OpeningHoursPages(OpeningHours hours, Branches branches, Templates templates, Clock clock) {
        this.hours = hours;
        this.branches = branches;
        this.templates = templates;
        this.clock = clock;
    }

    @GetMapping(HOURS)
    Object show(View view, @PathVariable UUID id) {
        Branch branch = branches.get(id);
        return page(view, branch, form(view, branch));
    }

    private JteModel page(View view, Branch branch, HoursForm form) {
        return templates.businessOpeninghours(view, branch, form);
    }

    private HoursForm form(View view, Branch branch) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(branch.zone())));
        return HoursForm.of(
                view, path(branch.id()), hours.week(branch.id()), hours.dates(branch.id(), today));
    }

    private static String path(UUID id) {
        return "/settings/branches/" + id + "/hours";
    }

    @PostMapping(HOURS)
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Branch branch = branches.get(id);
        Typed typed = new Typed(fields);
        try {
            hours.change(id, HoursForm.week(typed), typed.version());
            return view.redirect(path(id), Toast.of("business.hours.saved", branch.name()));
        } catch (Invalid e) {
            var form = form(view, branch).withWeek(typed, FormErrors.of(view, e));
            return view.invalid(page(view, branch, form));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    typed,
                    (again, errors) ->
                            page(view, branch, form(view, branch).withWeek(again, errors)));
        }
    }

    @PostMapping(HOURS + "/dates")
    Object setDate(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Branch branch = branches.get(id);
        Typed typed = new Typed(fields);
        try {
            LocalDate day = HoursForm.day(typed.value("day"));
            hours.setDate(id, day, HoursForm.details(typed));
            return view.redirect(path(id), Toast.of("business.hours.date_saved", view.date(day)));
        } catch (Invalid e) {
            var form = form(view, branch).withDate(typed, FormErrors.of(view, e));
            return view.invalid(page(view, branch, form));
        }
    }

    @PostMapping(HOURS + "/dates/{day}/removal")
    Object removeDate(
            View view,
            @PathVariable UUID id,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        hours.removeDate(id, day);
        return view.redirect(path(id), Toast.of("business.hours.date_removed", view.date(day)));
    }
}
