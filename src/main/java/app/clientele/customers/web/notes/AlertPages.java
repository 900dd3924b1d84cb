package app.clientele.customers.web.notes;

import app.clientele.customers.Customers;
import app.clientele.customers.Profiles;
import app.clientele.customers.history.UndoToasts;
import app.clientele.customers.notes.Alert;
import app.clientele.customers.notes.Alerts;
import app.clientele.customers.notes.Alerts.AlertDetails;
import app.clientele.customers.web.ProfilePages;
import app.clientele.customers.web.ProfileParts;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Alerts on the profile: written, changed, read, ended, deleted with a way back. */
@Controller
@RequestMapping(ProfilePages.PATH + "/alerts")
@Requires(Permission.PROFILE_VIEW)
class AlertPages {
    private final Alerts alerts;
    private final Customers customers;
    private final Profiles profiles;
    private final ProfileParts parts;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    AlertPages(
            Alerts alerts,
            Customers customers,
            Profiles profiles,
            ProfileParts parts,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.alerts = alerts;
        this.customers = customers;
        this.profiles = profiles;
        this.parts = parts;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    /** All there are, those that are over last. */
    @GetMapping
    JteModel all(View view, @PathVariable UUID id) {
        return templates.profileAlerts(view, customers.get(id), alerts.all(id));
    }

    @GetMapping("/new")
    @Requires(Permission.NOTE_EDIT)
    JteModel form(View view, @PathVariable UUID id) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("level", "yellow");
        return form(view, draft(id, null, fields, FormErrors.none(), false));
    }

    private AlertForm draft(
            UUID id,
            @Nullable Alert alert,
            MultiValueMap<String, String> fields,
            FormErrors errors,
            boolean late) {
        return new AlertForm(id, customers.get(id).shownName(), alert, fields, errors, late);
    }

    private JteModel form(View view, AlertForm form) {
        return view.htmx()
                ? templates.profileAlertDialog(view, form)
                : templates.profileAlertPage(view, form);
    }

    @GetMapping("/{alert}/edit")
    @Requires(Permission.NOTE_EDIT)
    JteModel form(View view, @PathVariable UUID id, @PathVariable UUID alert) {
        Alert present = alerts.get(id, alert);
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.add("text", present.text());
        fields.add("level", present.level());
        fields.add("expiresOn", Objects.toString(present.expiresOn(), ""));
        return form(view, draft(id, present, fields, FormErrors.none(), false));
    }

    @PostMapping
    Object add(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        try {
            var details = input.form(typed, AlertDetails.class);
            var toast = toasts.after(id, "profile.alert.added", () -> alerts.add(id, details));
            return view.redirect("/customers/" + id, toast);
        } catch (Invalid e) {
            return view.invalid(form(view, wrong(view, id, null, typed, e)));
        }
    }

    private AlertForm wrong(
            View view,
            UUID id,
            @Nullable Alert alert,
            MultiValueMap<String, String> typed,
            Invalid e) {
        return draft(id, alert, typed, FormErrors.of(view, e), false);
    }

    @PostMapping("/{alert}")
    Object change(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID alert,
            @RequestParam int _version,
            @RequestParam MultiValueMap<String, String> typed) {
        try {
            var details = input.form(typed, AlertDetails.class);
            var toast =
                    toasts.after(
                            id,
                            "profile.alert.saved",
                            () -> alerts.change(id, alert, details, _version));
            return view.redirect("/customers/" + id, toast);
        } catch (Invalid e) {
            return view.invalid(form(view, wrong(view, id, alerts.get(id, alert), typed, e)));
        } catch (Stale e) {
            Alert now = alerts.get(id, alert);
            var late = draft(id, now, typed, FormErrors.none(), true);
            return view.status(HttpStatus.CONFLICT, form(view, late));
        }
    }

    /** Over, but kept. */
    @PostMapping("/{alert}/end")
    ResponseEntity<Void> end(View view, @PathVariable UUID id, @PathVariable UUID alert) {
        Alert now = alerts.get(id, alert);
        var over = new AlertDetails(now.text(), now.level(), now.expiresOn(), true);
        var toast =
                toasts.after(
                        id,
                        "profile.alert.ended",
                        () -> alerts.change(id, alert, over, now.version()));
        return view.redirect("/customers/" + id, toast);
    }

    @PostMapping("/{alert}/delete")
    ResponseEntity<Void> delete(View view, @PathVariable UUID id, @PathVariable UUID alert) {
        var toast = toasts.after(id, "profile.alert.deleted", () -> alerts.delete(id, alert));
        return view.redirect("/customers/" + id, toast);
    }

    /**
     * All that one was shown, at once; what changed meanwhile is shown again.
     *
     * @param read ids, each with the hash of the text after a dot
     */
    @PostMapping("/acknowledge")
    Object acknowledge(
            View view, @PathVariable UUID id, @RequestParam(defaultValue = "") List<String> read) {
        customers.get(id);
        for (String each : read) {
            String[] named = each.split("\\.", 2);
            acknowledge(id, named[0], named.length == 1 ? null : named[1]);
        }
        if (!view.htmx()) {
            return view.redirect("/customers/" + id);
        }
        view.trigger("history-changed", "");
        return templates.profileHead(view, profiles.open(id, p -> parts.head(view, p)));
    }

    private void acknowledge(UUID customer, String alert, @Nullable String textHash) {
        try {
            alerts.acknowledge(customer, UUID.fromString(alert), textHash);
        } catch (IllegalArgumentException e) {
            throw new Invalid("read", "format");
        } catch (Refused e) {
            // it says something else by now, and asks again
        }
    }
}
