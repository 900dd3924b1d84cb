package app.clientele.memberships.web;

import app.clientele.memberships.Plan;
import app.clientele.memberships.Plan.PlanDetails;
import app.clientele.memberships.Plans;
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

/** What one can be a member of. */
@RestController
@RequestMapping("/api/v1/membership-plans")
@Tag(name = "Memberships")
class PlanApi {
    private final Plans plans;
    private final Input input;

    PlanApi(Plans plans, Input input) {
        this.plans = plans;
        this.input = input;
    }

    /** By name; those that are sold no more only when asked for. */
    @GetMapping
    Page<Plan> all(
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(plans.all(archived), Plan::id, cursor, limit);
    }

    /** Adds one. */
    @PostMapping
    ResponseEntity<Plan> add(@RequestBody PlanDetails details) {
        return Answers.made("/api/v1/membership-plans", plans.add(details));
    }

    /** One of them. */
    @GetMapping("/{id}")
    ResponseEntity<Plan> get(@PathVariable UUID id) {
        return Answers.of(plans.get(id));
    }

    /** Changes what is sold from now on; those who are members keep what was agreed. */
    @MergePatch("/{id}")
    ResponseEntity<Plan> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details = input.patch(plans.get(id).details(), patch, PlanDetails.class);
        return Answers.of(plans.change(id, details, version));
    }

    /** Sells it no more; whoever is a member stays one. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> archive(@PathVariable UUID id) {
        plans.archive(id);
        return ResponseEntity.noContent().build();
    }

    /** Sells it again. */
    @PostMapping("/{id}/restoration")
    ResponseEntity<Plan> restore(@PathVariable UUID id) {
        return Answers.of(plans.restore(id));
    }
}
