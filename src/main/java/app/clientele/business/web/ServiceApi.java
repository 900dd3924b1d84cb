package app.clientele.business.web;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Service;
import app.clientele.business.ServiceDetails;
import app.clientele.business.Services;
import app.clientele.business.Services.Filter;
import app.clientele.shared.Page;
import app.clientele.shared.Validation;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import app.clientele.site.Slices;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
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

/**
 * Services: what the business offers, for how long and for how much, who performs it and where. A
 * deleted one is archived, and can be restored.
 */
@RestController
@RequestMapping("/api/v1/services")
@Tag(name = "Services")
class ServiceApi {
    private final Services services;
    private final Input input;

    ServiceApi(Services services, Input input) {
        this.services = services;
        this.input = input;
    }

    /** Services in the order wanted; those not named follow behind. */
    record Order(@NotNull @Nullable List<@NotNull UUID> ids) {}

    /**
     * Services by category and in the order chosen. With branchId those offered there, with staffId
     * those this colleague performs, with q those whose name holds it.
     */
    @GetMapping
    Page<Service> all(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable UUID categoryId,
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable UUID staffId,
            @RequestParam(required = false) @Nullable Instant updatedSince,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter = new Filter(q, categoryId, branchId, staffId, archived, updatedSince);
        return Slices.of(services.list(filter), Service::id, cursor, limit);
    }

    /** Adds a service at the end of its category. */
    @PostMapping
    ResponseEntity<Service> create(@RequestBody ServiceDetails details) {
        return Answers.made("/api/v1/services", services.get(services.create(details)));
    }

    /** One service with those who perform it and where. */
    @GetMapping("/{id}")
    ResponseEntity<Service> get(@PathVariable UUID id) {
        return Answers.of(services.get(id));
    }

    /** Changes a service; performers and branches are replaced as a whole. */
    @MergePatch("/{id}")
    ResponseEntity<Service> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        ServiceDetails present = services.get(id).details();
        services.change(id, input.patch(present, patch, ServiceDetails.class), version);
        return get(id);
    }

    /** Archives a service: it is offered no more, its past stays. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> archive(@PathVariable UUID id) {
        services.archive(id);
        return ResponseEntity.noContent().build();
    }

    /** Offers an archived service again. */
    @PostMapping("/{id}/restoration")
    ResponseEntity<Service> reopen(@PathVariable UUID id) {
        services.reopen(id);
        return get(id);
    }

    /** Puts the services into another order. */
    @PutMapping("/order")
    ResponseEntity<Void> reorder(@RequestBody Order order) {
        Validation.check(order);
        services.reorder(requireNonNull(order.ids()));
        return ResponseEntity.noContent().build();
    }
}
