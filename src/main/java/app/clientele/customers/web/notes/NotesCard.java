package app.clientele.customers.web.notes;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import tools.jackson.databind.JsonNode;

/** The first notes on the overview, with a field to add one. */
class NotesCard implements ProfileCard {
    private final NoteCards notes;
    private final Templates templates;

    NotesCard(NoteCards notes, Templates templates) {
        this.notes = notes;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Permission permission() {
        return Permission.NOTE_VIEW;
    }

    @Override
    public Column column() {
        return Column.MAIN;
    }

    @Override
    public Content show(View view, Profile profile, JsonNode glance) {
        var list = notes.read(view, profile.customer().id(), false, false);
        return templates.profileNotes(view, list.closedIf(profile.customer().eraseAt() != null));
    }
}
