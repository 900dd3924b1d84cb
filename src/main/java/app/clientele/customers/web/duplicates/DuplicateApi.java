package app.clientele.customers.web.duplicates;

import app.clientele.customers.duplicates.LikelyPairs;
import app.clientele.customers.duplicates.LikelyPairs.LikelyPair;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Records that may be one person's. They are looked for in the background. */
@RestController
@Tag(name = "Merges")
@Requires(Permission.PROFILE_VIEW)
class DuplicateApi {
    private final LikelyPairs pairs;

    DuplicateApi(LikelyPairs pairs) {
        this.pairs = pairs;
    }

    /**
     * Pairs to decide about, the likeliest first, each with its score and reasons: those who are
     * probably the same, or with {@code likely=false} those who may as well be a family.
     */
    @GetMapping("/api/v1/customers/duplicates")
    Page<LikelyPair> all(
            @RequestParam(defaultValue = "true") boolean likely,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return pairs.all(likely, cursor, Limits.of(limit));
    }

    /** Says that two are not the same person; the pair is never listed again. */
    @PutMapping("/api/v1/customers/{id}/distinct-from/{other}")
    ResponseEntity<Void> tellApart(@PathVariable UUID id, @PathVariable UUID other) {
        pairs.tellApart(id, other);
        return ResponseEntity.noContent().build();
    }

    /** Takes that back. */
    @DeleteMapping("/api/v1/customers/{id}/distinct-from/{other}")
    ResponseEntity<Void> askAgain(@PathVariable UUID id, @PathVariable UUID other) {
        pairs.askAgain(id, other);
        return ResponseEntity.noContent().build();
    }
}
