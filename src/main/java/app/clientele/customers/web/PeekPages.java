package app.clientele.customers.web;

import app.clientele.customers.Profiles;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.Note;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A glance at a customer beside the list. */
@Controller
class PeekPages {
    private static final int NOTES = 4;

    private final Profiles profiles;
    private final Notes notes;
    private final ProfileParts parts;
    private final Templates templates;

    PeekPages(Profiles profiles, Notes notes, ProfileParts parts, Templates templates) {
        this.profiles = profiles;
        this.notes = notes;
        this.parts = parts;
        this.templates = templates;
    }

    @GetMapping(ProfilePages.PATH + "/peek")
    Object peek(View view, @PathVariable UUID id) {
        List<Note> some =
                view.may(Permission.NOTE_VIEW)
                        ? notes.of(id, null, NOTES).items().stream()
                                .filter(n -> !n.isAlert())
                                .toList()
                        : List.of();
        JteModel glance = glance(view, id, some);
        return view.htmx() ? glance : view.redirect("/customers/" + id);
    }

    private JteModel glance(View view, UUID id, List<Note> some) {
        return profiles.open(
                id,
                profile ->
                        templates.customersPeek(
                                view,
                                ProfileParts.shown(view, profile),
                                parts.alerts(profile),
                                some));
    }
}
