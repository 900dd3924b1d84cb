package app.clientele.business.web;

import app.clientele.business.Staff;
import app.clientele.business.Staff.Filter;
import app.clientele.business.Staff.Member;
import app.clientele.business.Staff.MemberDetails;
import app.clientele.shared.Page;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.Limits;
import app.clientele.site.MergePatch;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** Staff. A deleted colleague has no access any more, and can be given it back. */
@RestController
@RequestMapping("/api/v1/staff")
@Tag(name = "Staff")
class StaffApi {
    private final Staff staff;
    private final Input input;

    StaffApi(Staff staff, Input input) {
        this.staff = staff;
        this.input = input;
    }

    /** The address of a link that lets a colleague in, once and for three days. */
    record Invitation(String url) {}

    /** Colleagues by name; with branchId those who work there. */
    @GetMapping
    Page<Member> all(
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(defaultValue = "false") boolean deactivated,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return staff.list(new Filter(branchId, deactivated), cursor, Limits.of(limit));
    }

    /** Adds a colleague, who can sign in after accepting an invitation. */
    @PostMapping
    ResponseEntity<Member> add(@RequestBody MemberDetails details) {
        return Answers.made("/api/v1/staff", staff.get(staff.add(details)));
    }

    /** One colleague. */
    @GetMapping("/{id}")
    ResponseEntity<Member> get(@PathVariable UUID id) {
        return Answers.of(staff.get(id));
    }

    /** Changes a colleague, their role or their branches. */
    @MergePatch("/{id}")
    ResponseEntity<Member> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        MemberDetails present = staff.get(id).details();
        staff.change(id, input.patch(present, patch, MemberDetails.class), version);
        return get(id);
    }

    /** Takes a colleague's access away; what they did stays theirs. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> deactivate(@PathVariable UUID id) {
        staff.deactivate(id);
        return ResponseEntity.noContent().build();
    }

    /** Gives a colleague access again. */
    @PostMapping("/{id}/restoration")
    ResponseEntity<Member> reactivate(@PathVariable UUID id) {
        staff.reactivate(id);
        return get(id);
    }

    /** Not a ResponseEntity: an answer kept for repeated requests would keep the secret. */
    @PostMapping("/{id}/invitations")
    @ResponseStatus(HttpStatus.CREATED)
    Invitation invite(@PathVariable UUID id) {
        String path = staff.invite(id);
        return new Invitation(
                ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString());
    }
}
