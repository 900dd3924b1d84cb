package app.clientele.calendar.web.online;

import app.clientele.calendar.online.SuggestedChanges;
import app.clientele.customers.history.UndoToasts;
import app.clientele.customers.web.ProfilePages;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Takes over what a customer typed when booking online, or leaves the record as it is. */
@Controller
@RequestMapping(ProfilePages.PATH + "/suggested-changes/{change}")
@Requires(Permission.PROFILE_EDIT)
class SuggestedChangePages {
    private final SuggestedChanges changes;
    private final UndoToasts toasts;

    SuggestedChangePages(SuggestedChanges changes, UndoToasts toasts) {
        this.changes = changes;
        this.toasts = toasts;
    }

    @PostMapping("/accept")
    ResponseEntity<Void> accept(View view, @PathVariable UUID id, @PathVariable UUID change) {
        return done(view, id, "online.suggested.accepted", () -> changes.accept(id, change));
    }

    @PostMapping("/refuse")
    ResponseEntity<Void> refuse(View view, @PathVariable UUID id, @PathVariable UUID change) {
        return done(view, id, "online.suggested.refused", () -> changes.refuse(id, change));
    }

    private ResponseEntity<Void> done(View view, UUID id, String key, Runnable deed) {
        return view.redirect("/customers/" + id, toasts.after(id, key, deed));
    }
}
