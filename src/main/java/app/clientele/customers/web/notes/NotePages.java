package app.clientele.customers.web.notes;

import app.clientele.customers.history.Undo;
import app.clientele.customers.history.UndoToasts;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.Note;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.customers.web.ProfilePages;
import app.clientele.customers.web.notes.NoteList.Draft;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.shared.Text;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Notes on the profile: written, changed in place, pinned, moved, deleted with a way back. */
@Controller
@RequestMapping(ProfilePages.PATH + "/notes")
@Requires(Permission.NOTE_VIEW)
class NotePages {
    private static final String TAB = "tab";

    private final Notes notes;
    private final NoteCards cards;
    private final Undo undo;
    private final UndoToasts toasts;
    private final Templates templates;

    NotePages(Notes notes, NoteCards cards, Undo undo, UndoToasts toasts, Templates templates) {
        this.notes = notes;
        this.cards = cards;
        this.undo = undo;
        this.toasts = toasts;
        this.templates = templates;
    }

    /** The list alone, as the card or the tab shows it. */
    @GetMapping("/list")
    JteModel list(
            View view,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "card") String in,
            @RequestParam(defaultValue = "false") boolean reorder) {
        return templates.profileNotes(view, cards.read(view, id, in.equals(TAB), reorder));
    }

    /** Those after the ones shown. */
    @GetMapping("/more")
    JteModel more(View view, @PathVariable UUID id, @RequestParam String cursor) {
        return templates.profileNoteLines(view, cards.more(view, id, cursor));
    }

    @PostMapping
    Object add(
            View view,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "general") String kind,
            @RequestParam(defaultValue = "false") boolean pinned,
            @RequestParam(defaultValue = "card") String in) {
        try {
            notes.add(id, new NoteDetails(Text.clean(body), kind, pinned));
        } catch (Invalid e) {
            var draft = new Draft(body, kind, pinned);
            var errors = FormErrors.of(view, e);
            return view.invalid(
                    templates.profileNotes(
                            view, cards.read(view, id, in.equals(TAB), false, draft, errors)));
        }
        return shown(view, id, in);
    }

    private Object shown(View view, UUID id, String in) {
        if (!view.htmx()) {
            return view.redirect("/customers/" + id + (in.equals(TAB) ? "/notes" : ""));
        }
        view.trigger("record-changed", "notes");
        return templates.profileNotes(view, cards.read(view, id, in.equals(TAB), false));
    }

    @GetMapping("/{note}")
    JteModel one(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID note,
            @RequestParam(defaultValue = "card") String in) {
        return templates.profileNote(view, notes.get(id, note), in, false, true);
    }

    @GetMapping("/{note}/edit")
    JteModel form(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID note,
            @RequestParam(defaultValue = "card") String in) {
        Note present = notes.get(id, note);
        return form(view, NoteForm.of(present, in));
    }

    private JteModel form(View view, NoteForm form) {
        return view.htmx()
                ? templates.profileNoteForm(view, form)
                : templates.profileNotePage(view, form);
    }

    @PostMapping("/{note}")
    Object change(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID note,
            @RequestParam(defaultValue = "") String body,
            @RequestParam(defaultValue = "general") String kind,
            @RequestParam int _version,
            @RequestParam(defaultValue = "card") String in) {
        Note present = notes.get(id, note);
        var form = new NoteForm(present, body, kind, in, FormErrors.none(), null);
        try {
            var details = new NoteDetails(Text.clean(body), kind, present.pinned());
            var done = undo.doing(id, () -> notes.change(id, note, details, _version));
            view.toast(toasts.of(done, "profile.note.saved"));
            return changed(view, done.result(), in);
        } catch (Invalid e) {
            return view.invalid(form(view, form.with(FormErrors.of(view, e))));
        } catch (Stale e) {
            var late = form.late(notes.get(id, note));
            return view.status(HttpStatus.CONFLICT, form(view, late));
        }
    }

    private Object changed(View view, Note note, String in) {
        if (!view.htmx()) {
            return view.redirect("/customers/" + note.customerId() + "/notes");
        }
        view.trigger("record-changed", "notes");
        return templates.profileNote(view, note, in, false, true);
    }

    @PostMapping("/{note}/pin")
    Object pin(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID note,
            @RequestParam boolean pinned,
            @RequestParam(defaultValue = "card") String in) {
        notes.pin(id, note, pinned);
        return shown(view, id, in);
    }

    @PostMapping("/{note}/delete")
    Object delete(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID note,
            @RequestParam(defaultValue = "card") String in) {
        view.toast(toasts.after(id, "profile.note.deleted", () -> notes.delete(id, note)));
        return shown(view, id, in);
    }

    /** The order the page shows now. */
    @PostMapping("/order")
    Object order(View view, @PathVariable UUID id, @RequestParam List<UUID> order) {
        if (!notes.order(id, order)) {
            view.trigger("notes-moved", "");
        }
        return ResponseEntity.noContent().build();
    }

    /** One step up or down, for pages without scripts. */
    @PostMapping("/{note}/move")
    @Requires(Permission.NOTE_EDIT)
    Object move(View view, @PathVariable UUID id, @PathVariable UUID note, @RequestParam int move) {
        notes.get(id, note);
        List<UUID> order =
                new ArrayList<>(notes.of(id, null, 200).items().stream().map(Note::id).toList());
        int at = order.indexOf(note);
        int to = Math.clamp(at + move, 0, order.size() - 1);
        if (at >= 0) {
            order.add(to, order.remove(at));
            notes.order(id, order);
        }
        return view.redirect("/customers/" + id + "/notes?reorder");
    }
}
