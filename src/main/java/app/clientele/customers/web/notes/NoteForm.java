package app.clientele.customers.web.notes;

import app.clientele.customers.notes.Notes.Note;
import app.clientele.site.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A note being changed.
 *
 * @param note as it stands, with the version the change is made to
 * @param body the text as typed so far
 * @param theirs the text somebody else saved meanwhile
 */
public record NoteForm(
        Note note, String body, String kind, String in, FormErrors errors, @Nullable Note theirs) {
    static NoteForm of(Note note, String in) {
        return new NoteForm(note, note.body(), note.kind(), in, FormErrors.none(), null);
    }

    NoteForm with(FormErrors found) {
        return new NoteForm(note, body, kind, in, found, theirs);
    }

    /** The same for somebody who came too late: saving again replaces what the other wrote. */
    NoteForm late(Note now) {
        return new NoteForm(now, body, kind, in, errors, now);
    }

    public String path() {
        return "/customers/" + note.customerId() + "/notes/" + note.id();
    }
}
