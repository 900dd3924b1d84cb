package app.clientele.customers.web;

import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Text;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Locks a record with a reason, and unlocks it. */
@Controller
@RequestMapping(ProfilePages.PATH)
@Requires(Permission.PROFILE_VIEW)
class LockPages {
    private final Locks locks;
    private final Customers customers;
    private final UndoToasts toasts;
    private final Templates templates;

    LockPages(Locks locks, Customers customers, UndoToasts toasts, Templates templates) {
        this.locks = locks;
        this.customers = customers;
        this.toasts = toasts;
        this.templates = templates;
    }

    @GetMapping("/lock")
    @Requires(Permission.PROFILE_LOCK)
    JteModel form(View view, @PathVariable UUID id) {
        return form(view, id, "", FormErrors.none());
    }

    private JteModel form(View view, UUID id, String reason, FormErrors errors) {
        var form = new LockForm(id, customers.get(id).shownName(), reason, errors);
        return view.htmx()
                ? templates.profileLockDialog(view, form)
                : templates.profileLockPage(view, form);
    }

    @PostMapping("/lock")
    Object lock(View view, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        try {
            var details = new LockDetails(Text.clean(reason));
            var toast = toasts.after(id, "profile.locked.done", () -> locks.lock(id, details));
            return view.redirect("/customers/" + id, toast);
        } catch (Invalid e) {
            return view.invalid(form(view, id, reason, FormErrors.of(view, e)));
        }
    }

    @PostMapping("/unlock")
    ResponseEntity<Void> unlock(View view, @PathVariable UUID id) {
        var toast = toasts.after(id, "profile.unlocked.done", () -> locks.unlock(id));
        return view.redirect("/customers/" + id, toast);
    }
}
