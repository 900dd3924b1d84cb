package app.clientele.calendar.web.classes;

import static java.util.stream.Collectors.joining;

import app.clientele.business.Branches;
import app.clientele.business.Staff;
import app.clientele.calendar.classes.ClassKind;
import app.clientele.calendar.classes.ClassKinds;
import app.clientele.calendar.classes.ClassPlan;
import app.clientele.calendar.classes.ClassSeries;
import app.clientele.calendar.classes.ClassSeriesDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When classes come again. */
@Controller
@RequestMapping(KindPages.LIST + "/series")
@Requires(Permission.SETTINGS_SERVICES)
class SeriesPages {
    private static final int MOST_TOLD = 6;

    private final ClassKinds kinds;
    private final ClassPlan plan;
    private final Staff staff;
    private final Branches branches;
    private final Input input;
    private final Clock clock;
    private final Templates templates;

    SeriesPages(
            ClassKinds kinds,
            ClassPlan plan,
            Staff staff,
            Branches branches,
            Input input,
            Clock clock,
            Templates templates) {
        this.kinds = kinds;
        this.plan = plan;
        this.staff = staff;
        this.branches = branches;
        this.input = input;
        this.clock = clock;
        this.templates = templates;
    }

    private JteModel form(
            View view,
            ClassKind kind,
            @Nullable ClassSeries series,
            Typed typed,
            FormErrors errors) {
        return templates.classesSeries(
                new SeriesForm(
                        view, kind, series, typed, errors, branches.all(false), staff.all()));
    }

    @GetMapping("/new")
    JteModel blank(View view, @RequestParam UUID kind) {
        ClassKind what = kinds.get(kind);
        Typed begun =
                Typed.nothing()
                        .with("kindId", kind)
                        .with("minutes", what.minutes())
                        .with("capacity", what.capacity())
                        .with("fromDay", LocalDate.ofInstant(clock.instant(), view.zone()));
        return form(view, what, null, begun, FormErrors.none());
    }

    @PostMapping("/new")
    Object create(
            View view,
            @RequestParam UUID kindId,
            @RequestParam MultiValueMap<String, String> fields) {
        ClassKind kind = kinds.get(kindId);
        Typed typed = new Typed(fields);
        try {
            UUID id = plan.create(input.form(fields, ClassSeriesDetails.class));
            return view.redirect(
                    KindPages.LIST, told(view, id, "classes.done.planned", kind.name()));
        } catch (Invalid e) {
            return view.invalid(form(view, kind, null, typed, FormErrors.of(view, e)));
        }
    }

    /** With the days on which the teacher is away or taken. */
    private Toast told(View view, UUID id, String key, String kind) {
        List<LocalDate> without = plan.withoutTeacher(id);
        if (without.isEmpty()) {
            return Toast.of(key, kind);
        }
        String days = without.stream().limit(MOST_TOLD).map(view::date).collect(joining(", "));
        return without.size() <= MOST_TOLD
                ? Toast.of("classes.done.without", kind, days)
                : Toast.of("classes.done.without.more", kind, days, without.size() - MOST_TOLD);
    }

    @GetMapping("/{id}")
    JteModel edit(View view, @PathVariable UUID id) {
        ClassSeries series = plan.get(id);
        return form(
                view,
                kinds.get(series.kindId()),
                series,
                SeriesForm.begun(series),
                FormErrors.none());
    }

    @PostMapping("/{id}")
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        ClassSeries series = plan.get(id);
        ClassKind kind = kinds.get(series.kindId());
        Typed typed = new Typed(fields);
        try {
            plan.change(id, input.form(fields, ClassSeriesDetails.class), typed.version());
            return view.redirect(
                    KindPages.LIST, told(view, id, "classes.done.changed", kind.name()));
        } catch (Invalid e) {
            return view.invalid(form(view, kind, series, typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(
                    view, e, typed, (again, errors) -> form(view, kind, series, again, errors));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT, form(view, kind, series, typed, FormErrors.of(view, e)));
        }
    }

    @PostMapping("/{id}/end")
    Object end(View view, @PathVariable UUID id) {
        ClassSeries series = plan.get(id);
        try {
            plan.end(id);
            return view.redirect(KindPages.LIST, Toast.of("classes.done.ended", series.kind()));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    form(
                            view,
                            kinds.get(series.kindId()),
                            series,
                            SeriesForm.begun(series),
                            FormErrors.of(view, e)));
        }
    }
}
