package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.DislikedService;
import app.clientele.calendar.rules.DislikedServices;
import app.clientele.calendar.rules.DislikedServices.DislikeDetails;
import app.clientele.customers.history.UndoToasts;
import app.clientele.customers.web.ProfilePages;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a customer does not want: added, changed, taken away. */
@Controller
@RequestMapping(ProfilePages.PATH + "/disliked-services")
@Requires(Permission.APPOINTMENT_EDIT)
class DislikePages {
    private static final String BELOW = "disliked-services";

    private final DislikedServices dislikes;
    private final RuleForms forms;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    DislikePages(
            DislikedServices dislikes,
            RuleForms forms,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.dislikes = dislikes;
        this.forms = forms;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    static String path(UUID customer) {
        return "/customers/" + customer + "/" + BELOW;
    }

    @GetMapping("/new")
    JteModel blank(View view, @PathVariable UUID id) {
        return show(forms.begin(view, id, "dislike", BELOW, null, Typed.nothing()));
    }

    private JteModel show(RuleForm form) {
        return forms.show(form, templates.rulesDislike(form));
    }

    @PostMapping
    Object add(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = forms.begin(view, id, "dislike", BELOW, null, new Typed(fields));
        try {
            var details = details(form);
            var toast = toasts.after(id, "rules.dislike.added", () -> dislikes.add(id, details));
            return view.redirect("/customers/" + id, toast);
        } catch (Invalid e) {
            return view.invalid(show(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Refused e) {
            return refused(form, e);
        }
    }

    private JteModel refused(RuleForm form, Refused e) {
        View view = form.view();
        String why = view.reason(e.reasons().getFirst());
        return view.status(
                HttpStatus.CONFLICT, show(form.with(form.typed(), FormErrors.of("", why))));
    }

    private DislikeDetails details(RuleForm form) {
        return input.form(form.typed().fields(), DislikeDetails.class);
    }

    @GetMapping("/{rule}/edit")
    JteModel form(View view, @PathVariable UUID id, @PathVariable UUID rule) {
        DislikedService present = dislikes.get(id, rule);
        return show(forms.begin(view, id, "dislike", BELOW, rule, begun(present)));
    }

    private static Typed begun(DislikedService present) {
        return Typed.nothing()
                .with("serviceId", present.serviceId())
                .with("comment", present.comment())
                .with("_version", present.version());
    }

    @PostMapping("/{rule}")
    Object change(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID rule,
            @RequestParam MultiValueMap<String, String> fields) {
        dislikes.get(id, rule);
        var form = forms.begin(view, id, "dislike", BELOW, rule, new Typed(fields));
        try {
            var details = details(form);
            var toast =
                    toasts.after(
                            id,
                            "rules.dislike.saved",
                            () -> dislikes.change(id, rule, details, form.typed().version()));
            return view.redirect("/customers/" + id, toast);
        } catch (Invalid e) {
            return view.invalid(show(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Refused e) {
            return refused(form, e);
        } catch (Stale e) {
            return Overtaken.form(
                    view, e, form.typed(), (again, errors) -> show(form.with(again, errors)));
        }
    }

    @PostMapping("/{rule}/delete")
    ResponseEntity<Void> remove(View view, @PathVariable UUID id, @PathVariable UUID rule) {
        var toast = toasts.after(id, "rules.dislike.removed", () -> dislikes.remove(id, rule));
        return view.redirect("/customers/" + id, toast);
    }
}
