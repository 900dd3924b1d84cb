package app.clientele.customers.web.notes;

import app.clientele.customers.notes.Notes;
import app.clientele.customers.web.notes.NoteList.Draft;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import java.util.UUID;

/** Reads the notes that a card shows. */
class NoteCards {
    private static final int CARD = 5;
    private static final int TAB = 30;

    private final Notes notes;

    NoteCards(Notes notes) {
        this.notes = notes;
    }

    NoteList read(View view, UUID customer, boolean all, boolean reorder) {
        return read(view, customer, all, reorder, Draft.NONE, FormErrors.none());
    }

    NoteList read(
            View view,
            UUID customer,
            boolean all,
            boolean reorder,
            Draft draft,
            FormErrors errors) {
        var page = notes.of(customer, null, all ? TAB : CARD);
        return new NoteList(view, customer, page, all, reorder, draft, errors, false);
    }

    /** Those after a cursor. */
    NoteList more(View view, UUID customer, String cursor) {
        var page = notes.of(customer, cursor, TAB);
        return new NoteList(
                view, customer, page, true, false, Draft.NONE, FormErrors.none(), false);
    }
}
