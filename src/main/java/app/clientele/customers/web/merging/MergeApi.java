package app.clientele.customers.web.merging;

import app.clientele.customers.merging.Merge;
import app.clientele.customers.merging.MergePreviews;
import app.clientele.customers.merging.MergePreviews.Preview;
import app.clientele.customers.merging.Merges;
import app.clientele.customers.merging.Merges.MergeDetails;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
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

/**
 * Two records of one person made one, and parted again. The id of the record that went answers with
 * the other from then on.
 */
@RestController
@RequestMapping("/api/v1/merges")
@Tag(name = "Merges")
@Requires(Permission.PROFILE_VIEW)
class MergeApi {
    private final Merges merges;
    private final MergePreviews previews;

    MergeApi(Merges merges, MergePreviews previews) {
        this.merges = merges;
        this.previews = previews;
    }

    /** Merges made so far, the latest first; those into one customer when asked for. */
    @GetMapping
    Page<Merge> all(
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return merges.all(customerId, cursor, Limits.of(limit));
    }

    /** What merging two records would do: the fields one may choose, and the rows that move. */
    @GetMapping("/preview")
    Preview preview(@RequestParam UUID into, @RequestParam UUID from) {
        return previews.of(List.of(into, from), into);
    }

    /** One merge, undone or not. */
    @GetMapping("/{id}")
    Merge get(@PathVariable UUID id) {
        return merges.get(id);
    }

    /** Merges one record into another. */
    @PostMapping
    ResponseEntity<Merge> merge(@RequestBody MergeDetails details) {
        Merge merge = merges.merge(details);
        return ResponseEntity.created(URI.create("/api/v1/merges/" + merge.id())).body(merge);
    }

    /**
     * Parts the two again. A field that the merge filled and somebody changed since stands in the
     * way, and is named.
     */
    @DeleteMapping("/{id}")
    Merge undo(@PathVariable UUID id) {
        return merges.undo(id);
    }
}
