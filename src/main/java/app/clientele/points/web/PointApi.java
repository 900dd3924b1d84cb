package app.clientele.points.web;

import app.clientele.points.PointEntry;
import app.clientele.points.Points;
import app.clientele.points.Points.PointBalance;
import app.clientele.points.Points.PointChange;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The points that customers have. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Points")
@Requires(Permission.SALE_VIEW)
class PointApi {
    private final Points points;

    PointApi(Points points) {
        this.points = points;
    }

    /** What came to a customer and what went, the latest first. */
    @GetMapping("/customers/{customer}/points")
    Page<PointEntry> of(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return points.entries(customer, cursor, Limits.of(limit));
    }

    /** What a customer may use today. */
    @GetMapping("/customers/{customer}/points/balance")
    PointBalance balance(@PathVariable UUID customer) {
        return points.balance(customer);
    }

    /** Gives or takes points by hand. */
    @PostMapping("/customers/{customer}/points")
    @Requires(Permission.VALUE_EDIT)
    ResponseEntity<PointEntry> change(
            @PathVariable UUID customer, @RequestBody PointChange change) {
        PointEntry entry = points.change(customer, change);
        return ResponseEntity.created(URI.create("/api/v1/points/" + entry.id())).body(entry);
    }

    /** One entry. */
    @GetMapping("/points/{id}")
    PointEntry get(@PathVariable UUID id) {
        return points.get(id);
    }
}
