package app.clientele.customers.web;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Weights;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Weighings. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/weights")
@Tag(name = "Weights")
class WeightApi {
    private final Weights weights;

    WeightApi(Weights weights) {
        this.weights = weights;
    }

    /** Weighings, latest first. */
    @GetMapping
    Page<Weights.Weighing> all(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return weights.of(customer, cursor, Limits.of(limit));
    }

    /** Notes a weighing. */
    @PostMapping
    @Requires(Permission.PROFILE_VIEW)
    ResponseEntity<Weights.Weighing> add(
            @PathVariable UUID customer, @RequestBody CustomerDetails.Weight weight) {
        UUID id = weights.add(customer, weight);
        URI location = URI.create("/api/v1/customers/" + customer + "/weights/" + id);
        return ResponseEntity.created(location).body(weights.get(customer, id));
    }

    /** One weighing. */
    @GetMapping("/{id}")
    Weights.Weighing get(@PathVariable UUID customer, @PathVariable UUID id) {
        return weights.get(customer, id);
    }

    /** Deletes a weighing. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID customer, @PathVariable UUID id) {
        weights.delete(customer, id);
        return ResponseEntity.noContent().build();
    }
}
