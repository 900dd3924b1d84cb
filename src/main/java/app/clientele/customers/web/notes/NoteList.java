package app.clientele.customers.web.notes;

import app.clientele.customers.notes.Notes.Note;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The notes of a customer as a card shows them.
 *
 * @param all whether this is the tab with all notes, not the card with the first of them
 * @param reorder whether each has its Move up and Move down
 * @param draft what was typed for a new one and could not be taken
 * @param closed whether the record waits to be erased, and no note changes
 */
public record NoteList(
        View view,
        UUID customer,
        Page<Note> page,
        boolean all,
        boolean reorder,
        Draft draft,
        FormErrors errors,
        boolean closed) {
    /** A new note as typed so far. */
    public record Draft(String body, String kind, boolean pinned) {
        static final Draft NONE = new Draft("", "general", false);
    }

    /** The kinds of notes, in the order of a menu. */
    public static final List<String> KINDS =
            List.of("general", "preference", "allergy", "medical", "billing");

    public boolean editable() {
        return view.may(Permission.NOTE_EDIT) && !closed;
    }

    /** The same to be read only, where the record waits to be erased. */
    public NoteList closedIf(boolean waits) {
        return new NoteList(view, customer, page, all, reorder && !waits, draft, errors, waits);
    }

    public String path() {
        return "/customers/" + customer + "/notes";
    }

    /** Where its forms tell which of the two cards they come from. */
    public String in() {
        return all ? "tab" : "card";
    }

    public static String icon(String kind) {
        return switch (kind) {
            case "allergy" -> "alert-triangle";
            case "medical" -> "first-aid-kit";
            case "preference" -> "heart";
            case "billing" -> "receipt";
            default -> "note";
        };
    }

    public static String colour(String kind) {
        return switch (kind) {
            case "allergy" -> "red";
            case "medical" -> "orange";
            case "preference" -> "pink";
            case "billing" -> "blue";
            default -> "grey";
        };
    }

    /** The beginning of a note, to name it by. */
    public static String excerpt(String body) {
        String line = body.strip().lines().findFirst().orElse("");
        return line.codePointCount(0, line.length()) <= 40
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 40)) + "…";
    }

    public @Nullable String next() {
        return page.next();
    }
}
