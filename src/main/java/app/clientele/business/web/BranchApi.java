package app.clientele.business.web;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Branches.BranchDetails;
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

/** Branches. A deleted one is closed: its past stays, and it can be restored. */
@RestController
@RequestMapping("/api/v1/branches")
@Tag(name = "Branches")
class BranchApi {
    private final Branches branches;
    private final Input input;

    BranchApi(Branches branches, Input input) {
        this.branches = branches;
        this.input = input;
    }

    /** Branches by name. */
    @GetMapping
    Page<Branch> all(
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(branches.all(archived), Branch::id, cursor, limit);
    }

    /** Opens a branch. */
    @PostMapping
    ResponseEntity<Branch> add(@RequestBody BranchDetails details) {
        return Answers.made("/api/v1/branches", branches.get(branches.add(details)));
    }

    /** One branch. */
    @GetMapping("/{id}")
    ResponseEntity<Branch> get(@PathVariable UUID id) {
        return Answers.of(branches.get(id));
    }

    /** Changes a branch. */
    @MergePatch("/{id}")
    ResponseEntity<Branch> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        BranchDetails present = branches.get(id).details();
        branches.change(id, input.patch(present, patch, BranchDetails.class), version);
        return get(id);
    }

    /** Closes a branch; its past stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> archive(@PathVariable UUID id) {
        branches.archive(id);
        return ResponseEntity.noContent().build();
    }

    /** Opens a closed branch again. */
    @PostMapping("/{id}/restoration")
    ResponseEntity<Branch> reopen(@PathVariable UUID id) {
        branches.reopen(id);
        return get(id);
    }
}
