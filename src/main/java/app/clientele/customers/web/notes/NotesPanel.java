package app.clientele.customers.web.notes;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfilePanel;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import org.springframework.util.MultiValueMap;

/** All notes. */
class NotesPanel implements ProfilePanel {
    private final NoteCards notes;
    private final Templates templates;

    NotesPanel(NoteCards notes, Templates templates) {
        this.notes = notes;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public Permission permission() {
        return Permission.NOTE_VIEW;
    }

    @Override
    public String path() {
        return "notes";
    }

    @Override
    public String titleKey() {
        return "profile.notes";
    }

    @Override
    public String glance() {
        return "select count(*) from note n where n.business_id = :business and n.customer_id = c.id";
    }

    @Override
    public Content show(View view, Profile profile, MultiValueMap<String, String> query) {
        var id = profile.customer().id();
        String cursor = query.getFirst("cursor");
        boolean reorder = query.containsKey("reorder");
        var list =
                cursor == null ? notes.read(view, id, true, reorder) : notes.more(view, id, cursor);
        return templates.profileNotes(view, list.closedIf(profile.customer().eraseAt() != null));
    }
}
