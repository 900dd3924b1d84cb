package app.clientele.customers.web;

import app.clientele.customers.CustomerDetails.Weight;
import app.clientele.customers.Profiles;
import app.clientele.customers.Weights;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Weighings written down and taken out. */
@Controller
@RequestMapping(ProfilePages.PATH + "/weights")
@Requires(Permission.PROFILE_VIEW)
class WeightPages {
    private final Weights weights;
    private final Profiles profiles;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    WeightPages(
            Weights weights,
            Profiles profiles,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.weights = weights;
        this.profiles = profiles;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping("/new")
    JteModel form(View view, @PathVariable UUID id) {
        MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
        profiles.open(
                id,
                p -> {
                    given.add("date", p.today().toString());
                    var last = p.customer().details().weight();
                    given.add("unit", last == null ? "kg" : last.unit());
                    return true;
                });
        return form(view, new WeightForm(id, given, FormErrors.none()));
    }

    private JteModel form(View view, WeightForm form) {
        return view.htmx()
                ? templates.profileWeightDialog(view, form)
                : templates.profileWeightPage(view, form);
    }

    @PostMapping
    Object add(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        try {
            Weight weight = input.form(typed, Weight.class);
            view.toast(toasts.after(id, "profile.weight.added", () -> weights.add(id, weight)));
        } catch (Invalid e) {
            return view.invalid(form(view, new WeightForm(id, typed, FormErrors.of(view, e))));
        }
        if (!view.htmx()) {
            return view.redirect("/customers/" + id);
        }
        view.trigger("closeDialog", "");
        return again(view, id);
    }

    @PostMapping("/{weighing}/delete")
    Object delete(View view, @PathVariable UUID id, @PathVariable UUID weighing) {
        var toast = toasts.after(id, "profile.weight.deleted", () -> weights.delete(id, weighing));
        view.toast(toast);
        return view.htmx() ? again(view, id) : view.redirect("/customers/" + id);
    }

    /** Chart, figures and history all tell of it. */
    private static Object again(View view, UUID id) {
        view.trigger("record-restored", id.toString());
        return ResponseEntity.noContent().build();
    }
}
