package app.clientele.customers.web;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.Profiles;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Input;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one changes in the head of the profile: status, out of use and back. */
@Controller
@RequestMapping(ProfilePages.PATH)
@Requires(Permission.PROFILE_VIEW)
class RecordPages {
    private final Customers customers;
    private final Profiles profiles;
    private final ProfileParts parts;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    RecordPages(
            Customers customers,
            Profiles profiles,
            ProfileParts parts,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.customers = customers;
        this.profiles = profiles;
        this.parts = parts;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    @PostMapping("/status")
    Object status(View view, @PathVariable UUID id, @RequestParam String status) {
        MultiValueMap<String, String> field = new LinkedMultiValueMap<>();
        field.add("status", status);
        String key = status.isBlank() ? "profile.status.cleared" : "profile.status.changed";
        Runnable change =
                () -> customers.change(id, d -> input.patch(d, field, CustomerDetails.class));
        view.toast(toasts.after(id, key, change, status));
        if (!view.htmx()) {
            return view.redirect("/customers/" + id);
        }
        view.trigger("history-changed", "");
        return templates.profileHead(view, profiles.open(id, p -> parts.head(view, p)));
    }

    @PostMapping("/deactivate")
    ResponseEntity<Void> deactivate(View view, @PathVariable UUID id) {
        var toast = toasts.after(id, "profile.deactivated.done", () -> customers.deactivate(id));
        return view.redirect("/customers/" + id, toast);
    }

    @PostMapping("/reactivate")
    ResponseEntity<Void> reactivate(View view, @PathVariable UUID id) {
        var toast = toasts.after(id, "profile.reactivated.done", () -> customers.reactivate(id));
        return view.redirect("/customers/" + id, toast);
    }
}
