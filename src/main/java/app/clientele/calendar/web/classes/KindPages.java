package app.clientele.calendar.web.classes;

import app.clientele.business.Branches;
import app.clientele.business.Businesses;
import app.clientele.business.Services;
import app.clientele.business.Staff;
import app.clientele.calendar.classes.ClassKind;
import app.clientele.calendar.classes.ClassKindDetails;
import app.clientele.calendar.classes.ClassKinds;
import app.clientele.calendar.classes.ClassPlan;
import app.clientele.calendar.web.classes.KindForm.Offer;
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
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What classes a business gives: listed with their series, described, taken out and back. */
@Controller
@Requires(Permission.SETTINGS_SERVICES)
class KindPages {
    static final String LIST = "/settings/classes";

    private final ClassKinds kinds;
    private final ClassPlan plan;
    private final Services services;
    private final Staff staff;
    private final Branches branches;
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;

    KindPages(
            ClassKinds kinds,
            ClassPlan plan,
            Services services,
            Staff staff,
            Branches branches,
            Businesses businesses,
            Input input,
            Templates templates) {
        this.kinds = kinds;
        this.plan = plan;
        this.services = services;
        this.staff = staff;
        this.branches = branches;
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(LIST)
    JteModel list(View view) {
        return listed(view, FormErrors.none());
    }

    private JteModel listed(View view, FormErrors errors) {
        return templates.classesKinds(
                new ClassSettings(view, kinds.list(true), plan.list(null, false), errors));
    }

    @GetMapping(LIST + "/new")
    JteModel blank(View view) {
        Typed begun =
                Typed.nothing().with("minutes", 60).with("capacity", 10).with("colour", "teal");
        return templates.classesKind(form(view, null, begun, FormErrors.none()));
    }

    private KindForm form(View view, @Nullable ClassKind kind, Typed typed, FormErrors errors) {
        var offer = new Offer(staff.all(), branches.all(true), services.categories());
        var currency = CurrencyUnit.of(businesses.current().currency());
        return new KindForm(view, kind, typed, errors, offer, currency);
    }

    @PostMapping(LIST + "/new")
    Object create(View view, @RequestParam MultiValueMap<String, String> fields) {
        var form = form(view, null, new Typed(fields), FormErrors.none());
        try {
            kinds.create(input.form(form.fields(), ClassKindDetails.class));
            return view.redirect(LIST, Toast.of("business.services.added", form.value("name")));
        } catch (Invalid e) {
            return view.invalid(
                    templates.classesKind(form(view, null, form.typed(), FormErrors.of(view, e))));
        }
    }

    @GetMapping(LIST + "/{id}")
    JteModel edit(View view, @PathVariable UUID id) {
        ClassKind kind = kinds.get(id);
        Typed begun = KindForm.begun(kind, view.locale());
        return templates.classesKind(form(view, kind, begun, FormErrors.none()));
    }

    @PostMapping(LIST + "/{id}")
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        ClassKind kind = kinds.get(id);
        var form = form(view, kind, new Typed(fields), FormErrors.none());
        try {
            var details = input.form(form.fields(), ClassKindDetails.class);
            kinds.change(id, details, form.typed().version());
            return view.redirect(LIST, Toast.of("business.services.saved", form.value("name")));
        } catch (Invalid e) {
            return view.invalid(
                    templates.classesKind(form(view, kind, form.typed(), FormErrors.of(view, e))));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    form.typed(),
                    (again, errors) -> templates.classesKind(form(view, kind, again, errors)));
        }
    }

    @PostMapping(LIST + "/{id}/archiving")
    Object archive(View view, @PathVariable UUID id) {
        kinds.archive(id);
        Toast done = Toast.of("business.services.archived", kinds.get(id).name());
        return view.redirect(LIST, done.undo("/undo/class-" + id));
    }

    @PostMapping({LIST + "/{id}/reopening", "/undo/class-{id}"})
    Object reopen(View view, @PathVariable UUID id) {
        try {
            kinds.reopen(id);
        } catch (Refused e) {
            return view.status(HttpStatus.CONFLICT, listed(view, FormErrors.of(view, e)));
        }
        return view.redirect(LIST, Toast.of("business.services.reopened", kinds.get(id).name()));
    }
}
