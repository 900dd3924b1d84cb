package app.clientele.customers.web.notes;

import app.clientele.customers.notes.Notes;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.Limits;
import app.clientele.site.MergePatch;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Notes on a customer. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/notes")
@Tag(name = "Notes")
class NoteApi {
    private final Notes notes;
    private final Input input;

    NoteApi(Notes notes, Input input) {
        this.notes = notes;
        this.input = input;
    }

    /** Behind which note another one is put; on top without one. */
    record Place(@Nullable UUID after) {}

    /** Notes on a customer: pinned ones first, in the order people gave them. */
    @GetMapping
    Page<Notes.Note> all(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return notes.of(customer, cursor, Limits.of(limit));
    }

    /** Writes a note; it stands on top. */
    @PostMapping
    ResponseEntity<Notes.Note> add(
            @PathVariable UUID customer, @RequestBody Notes.NoteDetails details) {
        return Answers.made(
                "/api/v1/customers/" + customer + "/notes", notes.add(customer, details));
    }

    /** One note. */
    @GetMapping("/{id}")
    ResponseEntity<Notes.Note> get(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(notes.get(customer, id));
    }

    /** Changes a note; the earlier text is kept in the history. */
    @MergePatch("/{id}")
    ResponseEntity<Notes.Note> change(
            @PathVariable UUID customer,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details =
                input.patch(notes.get(customer, id).details(), patch, Notes.NoteDetails.class);
        return Answers.of(notes.change(customer, id, details, version));
    }

    /** Puts a note behind another one, or on top. */
    @PutMapping("/{id}/place")
    ResponseEntity<Void> move(
            @PathVariable UUID customer, @PathVariable UUID id, @RequestBody Place place) {
        notes.move(customer, id, place.after());
        return ResponseEntity.noContent().build();
    }

    /** Deletes a note; it can be restored. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID customer, @PathVariable UUID id) {
        notes.delete(customer, id);
        return ResponseEntity.noContent().build();
    }

    /** Brings a deleted note back. */
    @PostMapping("/{id}/restoration")
    @Requires(Permission.NOTE_VIEW)
    ResponseEntity<Notes.Note> restore(@PathVariable UUID customer, @PathVariable UUID id) {
        notes.restore(customer, id);
        return Answers.of(notes.get(customer, id));
    }
}
