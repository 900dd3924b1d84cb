package app.clientele.households.web;

import app.clientele.households.FamilyInvitations;
import app.clientele.households.NewRelationship;
import app.clientele.households.Relationship;
import app.clientele.households.RelationshipDetails;
import app.clientele.households.Relationships;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Family and friends of a customer, and what each may do about the other. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/relationships")
@Tag(name = "Family")
@Requires(Permission.PROFILE_VIEW)
class RelationshipApi {
    private final Relationships relationships;
    private final FamilyInvitations invitations;
    private final Input input;

    RelationshipApi(Relationships relationships, FamilyInvitations invitations, Input input) {
        this.relationships = relationships;
        this.invitations = invitations;
        this.input = input;
    }

    /** All links of a customer, the closest first. */
    @GetMapping
    Page<Relationship> all(@PathVariable UUID customer) {
        return new Page<>(relationships.of(customer), null);
    }

    /**
     * Links two customers, on both sides. An adult is asked by e-mail and the link is pending until
     * they accept; a child under 18 or a pet is linked at once.
     */
    @PostMapping
    ResponseEntity<Relationship> add(
            @PathVariable UUID customer, @RequestBody NewRelationship details) {
        return Answers.made(path(customer), relationships.add(customer, details));
    }

    private static String path(UUID customer) {
        return "/api/v1/customers/" + customer + "/relationships";
    }

    /** One link, seen from this customer. */
    @GetMapping("/{id}")
    ResponseEntity<Relationship> get(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(relationships.get(customer, id));
    }

    /** Changes what they are to each other, or what each may do; both sides follow. */
    @MergePatch("/{id}")
    ResponseEntity<Relationship> change(
            @PathVariable UUID customer,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var present = relationships.get(customer, id).details();
        var details = input.patch(present, patch, RelationshipDetails.class);
        return Answers.of(relationships.change(customer, id, details, version));
    }

    /** Unlinks the two; an invitation under way is worth nothing from then on. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID customer, @PathVariable UUID id) {
        relationships.remove(customer, id);
        return ResponseEntity.noContent().build();
    }

    /** Asks by e-mail, for the first time or once more; the earlier link is worth nothing then. */
    @PostMapping("/{id}/invitation")
    ResponseEntity<Relationship> invite(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(invitations.invite(customer, id));
    }

    /** Takes the invitation back; the link stays pending. */
    @DeleteMapping("/{id}/invitation")
    ResponseEntity<Relationship> withdraw(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(invitations.withdraw(customer, id));
    }

    /** Says that they were asked in person and agreed; who said so and when is kept. */
    @PutMapping("/{id}/agreement")
    ResponseEntity<Relationship> agree(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(invitations.agreeInPerson(customer, id));
    }
}
