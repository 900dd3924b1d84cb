package app.clientele.access.web;

import app.clientele.access.Roles;
import app.clientele.access.Roles.Role;
import app.clientele.access.Roles.RoleDetails;
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

/** Roles. */
@RestController
@RequestMapping("/api/v1/roles")
@Tag(name = "Roles")
class RoleApi {
    private final Roles roles;
    private final Input input;

    RoleApi(Roles roles, Input input) {
        this.roles = roles;
        this.input = input;
    }

    /** Roles in the order of their names. */
    @GetMapping
    Page<Role> all(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(roles.all(), Role::id, cursor, limit);
    }

    /** Makes a role. */
    @PostMapping
    ResponseEntity<Role> create(@RequestBody RoleDetails details) {
        return Answers.made("/api/v1/roles", roles.get(roles.create(details)));
    }

    /** One role with its permissions. */
    @GetMapping("/{id}")
    ResponseEntity<Role> get(@PathVariable UUID id) {
        return Answers.of(roles.get(id));
    }

    /** Changes a role; its people may do more or less from then on. */
    @MergePatch("/{id}")
    ResponseEntity<Role> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        RoleDetails present = roles.get(id).details();
        roles.change(id, input.patch(present, patch, RoleDetails.class), version);
        return get(id);
    }

    /** Deletes a role that nobody has. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        roles.delete(id);
        return ResponseEntity.noContent().build();
    }
}
