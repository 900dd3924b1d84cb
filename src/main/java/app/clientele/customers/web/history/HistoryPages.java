package app.clientele.customers.web.history;

import app.clientele.customers.Profiles;
import app.clientele.customers.history.Restoration;
import app.clientele.customers.history.UndoToasts;
import app.clientele.customers.web.ProfilePages;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.MissingNode;

/** What was changed is put back, one field or one row at a time. */
@Controller
@RequestMapping(ProfilePages.PATH + "/history")
@Requires(Permission.PROFILE_VIEW)
class HistoryPages {
    private final Restoration restoration;
    private final Profiles profiles;
    private final ActivityCard activity;
    private final UndoToasts toasts;
    private final Templates templates;

    HistoryPages(
            Restoration restoration,
            Profiles profiles,
            ActivityCard activity,
            UndoToasts toasts,
            Templates templates) {
        this.restoration = restoration;
        this.profiles = profiles;
        this.activity = activity;
        this.toasts = toasts;
        this.templates = templates;
    }

    @PostMapping("/{change:\\d{1,18}}")
    Object putBack(
            View view,
            @PathVariable UUID id,
            @PathVariable long change,
            @RequestParam(required = false) @Nullable String field) {
        view.toast(
                toasts.after(
                        id,
                        "profile.history.put_back.done",
                        () -> restoration.putBack(id, change, field)));
        if (!view.htmx()) {
            return view.redirect("/customers/" + id + "/history");
        }
        view.trigger("record-restored", id.toString());
        return org.springframework.http.ResponseEntity.noContent().build();
    }

    /** The card of the overview again, after something changed. */
    @GetMapping("/lately")
    JteModel lately(View view, @PathVariable UUID id) {
        Content card = profiles.open(id, p -> activity.show(view, p, MissingNode.getInstance()));
        return templates.profileCard(view, card);
    }
}
