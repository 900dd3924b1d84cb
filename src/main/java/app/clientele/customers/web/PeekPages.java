package app.clientele.customers.web;

import app.clientele.customers.Profiles;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFields;
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
    private static final int FIELDS = 8;

    private final Profiles profiles;
    private final Notes notes;
    private final CustomFields fields;
    private final ProfileParts parts;
    private final Templates templates;

    PeekPages(
            Profiles profiles,
            Notes notes,
            CustomFields fields,
            ProfileParts parts,
            Templates templates) {
        this.profiles = profiles;
        this.notes = notes;
        this.fields = fields;
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
                profile -> {
                    Shown shown = ProfileParts.shown(view, profile);
                    return templates.customersPeek(
                            view, shown, parts.alerts(profile), some, filled(shown));
                });
    }

    /** The business's own fields with something in them, as many as one takes in at a glance. */
    private List<CustomField> filled(Shown shown) {
        return shown.details().customFields().isEmpty()
                ? List.of()
                : fields.all(false).stream()
                        .filter(f -> !shown.custom(f).isEmpty())
                        .limit(FIELDS)
                        .toList();
    }
}
