package app.clientele.customers.web.bulk;

import app.clientele.customers.bulk.BulkChange;
import app.clientele.customers.bulk.BulkChange.Action;
import app.clientele.customers.bulk.BulkChanges;
import app.clientele.customers.list.Whom;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Texts;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One thing done to many customers: begin it, ask how far it is, undo it. */
@RestController
@RequestMapping("/api/v1/bulk-changes")
@Tag(name = "Bulk changes")
@Requires(Permission.PROFILE_VIEW)
class BulkApi {
    private final BulkChanges bulk;
    private final Texts texts;

    BulkApi(BulkChanges bulk, Texts texts) {
        this.bulk = bulk;
        this.texts = texts;
    }

    /**
     * What to do, and to whom: to {@code customerIds}, or to all whom {@code query} finds, which is
     * the query of a list of customers such as {@code tag=VIP&hasEmail=false}; {@code
     * deactivated=without} is everybody in use.
     *
     * @param action tag, untag, status, deactivate or reactivate
     * @param tag by name or id, for tag and untag
     * @param status by name or id
     */
    record Wanted(
            @Nullable String action,
            @Nullable String tag,
            @Nullable String status,
            @Nullable List<UUID> customerIds,
            @Nullable String query) {
        Whom whom() {
            if (customerIds != null && query != null) {
                throw new Invalid("query", "either_ids_or_query");
            }
            return query == null
                    ? Whom.these(customerIds == null ? List.of() : customerIds)
                    : Whom.found(query);
        }

        @Nullable String choice(Action action) {
            return action == Action.STATUS ? status : tag;
        }
    }

    /**
     * A change with the reasons of its failures in words.
     *
     * @param done how many were gone through so far, the failed included
     * @param undone from how many it was taken back
     * @param failures the first of those with whom it could not be done
     */
    record Told(
            UUID id,
            Action action,
            @Nullable String choice,
            BulkChange.State state,
            int total,
            int done,
            int undone,
            int failed,
            List<Failed> failures,
            Instant createdAt) {}

    /** A customer with whom it could not be done. */
    record Failed(UUID customerId, String name, String reason) {}

    /** 201 when it is done already, 202 when it goes on in the background. */
    @PostMapping
    ResponseEntity<Told> start(@RequestBody Wanted wanted) {
        Action action =
                Action.of(String.valueOf(wanted.action()))
                        .orElseThrow(() -> new Invalid("action", "choice"));
        BulkChange change = bulk.start(action, wanted.choice(action), wanted.whom());
        return ResponseEntity.status(change.isUnderway() ? HttpStatus.ACCEPTED : HttpStatus.CREATED)
                .location(URI.create("/api/v1/bulk-changes/" + change.id()))
                .body(told(change));
    }

    /** How far a change is. */
    @GetMapping("/{id}")
    Told get(@PathVariable UUID id) {
        return told(bulk.get(id));
    }

    /** Undoes it within a day, but for customers changed again since. */
    @DeleteMapping("/{id}")
    ResponseEntity<Told> undo(@PathVariable UUID id) {
        BulkChange change = bulk.undo(id);
        return ResponseEntity.status(change.isUnderway() ? HttpStatus.ACCEPTED : HttpStatus.OK)
                .body(told(change));
    }

    private Told told(BulkChange c) {
        return new Told(
                c.id(),
                c.action(),
                c.choice(),
                c.state(),
                c.total(),
                c.done(),
                c.undone(),
                c.failed(),
                c.failures().stream().map(this::told).toList(),
                c.createdAt());
    }

    private Failed told(BulkChange.Failure failure) {
        return new Failed(
                failure.customerId(),
                failure.name(),
                texts.text(Locale.ENGLISH, failure.key(), failure.args().toArray()));
    }
}
