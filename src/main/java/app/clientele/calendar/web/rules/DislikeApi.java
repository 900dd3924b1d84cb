package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.DislikedService;
import app.clientele.calendar.rules.DislikedServices;
import app.clientele.calendar.rules.DislikedServices.DislikeDetails;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
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

/** Services a customer does not want: booking them is refused, whichever way. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/disliked-services")
@Tag(name = "Booking rules")
@Requires(Permission.APPOINTMENT_VIEW)
class DislikeApi {
    private final DislikedServices dislikes;
    private final Input input;

    DislikeApi(DislikedServices dislikes, Input input) {
        this.dislikes = dislikes;
        this.input = input;
    }

    /** All of a customer, by name. */
    @GetMapping
    Page<DislikedService> all(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(dislikes.of(customer), DislikedService::id, cursor, limit);
    }

    /** Notes that a customer does not want a service; the comment is for colleagues only. */
    @PostMapping
    ResponseEntity<DislikedService> add(
            @PathVariable UUID customer, @RequestBody DislikeDetails details) {
        UUID id = dislikes.add(customer, details);
        return Answers.made(
                "/api/v1/customers/" + customer + "/disliked-services", dislikes.get(customer, id));
    }

    /** One of them. */
    @GetMapping("/{id}")
    ResponseEntity<DislikedService> get(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(dislikes.get(customer, id));
    }

    /** Changes the comment, or the service. */
    @MergePatch("/{id}")
    ResponseEntity<DislikedService> change(
            @PathVariable UUID customer,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details =
                input.patch(dislikes.get(customer, id).details(), patch, DislikeDetails.class);
        dislikes.change(customer, id, details, version);
        return get(customer, id);
    }

    /** Takes it away: it may be booked again. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID customer, @PathVariable UUID id) {
        dislikes.remove(customer, id);
        return ResponseEntity.noContent().build();
    }
}
