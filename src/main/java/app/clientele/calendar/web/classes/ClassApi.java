package app.clientele.calendar.web.classes;

import app.clientele.calendar.classes.ClassKind;
import app.clientele.calendar.classes.ClassKindDetails;
import app.clientele.calendar.classes.ClassKinds;
import app.clientele.shared.Page;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import app.clientele.site.Slices;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Classes: what many take part in at once, for how long and for how much, who teaches it and where.
 * A deleted one is archived, and can be restored.
 */
@RestController
@RequestMapping("/api/v1/classes")
@Tag(name = "Classes")
class ClassApi {
    private final ClassKinds kinds;
    private final Input input;

    ClassApi(ClassKinds kinds, Input input) {
        this.kinds = kinds;
        this.input = input;
    }

    /** Classes by category and in the order chosen. */
    @GetMapping
    Page<ClassKind> all(
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(kinds.list(archived), ClassKind::id, cursor, limit);
    }

    /** Adds a class. */
    @PostMapping
    ResponseEntity<ClassKind> create(@RequestBody ClassKindDetails details) {
        return Answers.made("/api/v1/classes", kinds.get(kinds.create(details)));
    }

    /** One class with those who teach it and where. */
    @GetMapping("/{id}")
    ResponseEntity<ClassKind> get(@PathVariable UUID id) {
        return Answers.of(kinds.get(id));
    }

    /** Changes a class; what is planned of it already stays as it is. */
    @MergePatch("/{id}")
    ResponseEntity<ClassKind> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        ClassKindDetails present = kinds.get(id).details();
        kinds.change(id, input.patch(present, patch, ClassKindDetails.class), version);
        return get(id);
    }

    /** Archives a class: no more of it is planned, its past stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> archive(@PathVariable UUID id) {
        kinds.archive(id);
        return ResponseEntity.noContent().build();
    }

    /** Gives an archived class again. */
    @PostMapping("/{id}/restoration")
    ResponseEntity<ClassKind> reopen(@PathVariable UUID id) {
        kinds.reopen(id);
        return get(id);
    }
}
