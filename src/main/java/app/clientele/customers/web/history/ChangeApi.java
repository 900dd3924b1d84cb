package app.clientele.customers.web.history;

import app.clientele.customers.history.History;
import app.clientele.customers.history.Restoration;
import app.clientele.shared.Page;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened to a record. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/changes")
@Tag(name = "Changes")
class ChangeApi {
    private final History history;
    private final Restoration restoration;

    ChangeApi(History history, Restoration restoration) {
        this.history = history;
        this.restoration = restoration;
    }

    /**
     * One field of one change; a change of several fields is told as several of these under one id.
     */
    record FieldChanged(
            long id,
            Instant at,
            @Nullable String actor,
            String source,
            String table,
            UUID rowId,
            String operation,
            @Nullable String field,
            @Nullable String before,
            @Nullable String after) {}

    /** Which field to put back; all of them without one. */
    record Reversal(@Nullable String field) {}

    /**
     * Everything that happened to the record and to what hangs on it, latest first; by field
     * (table.field) or by actor.
     */
    @GetMapping
    Page<FieldChanged> all(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String field,
            @RequestParam(required = false) @Nullable UUID actor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Page<History.Change> page =
                history.of(customer, new History.Filter(field, actor), cursor, Limits.of(limit));
        List<FieldChanged> fields =
                page.items().stream()
                        .flatMap(ChangeApi::fields)
                        .filter(f -> field == null || field.equals(f.table() + "." + f.field()))
                        .toList();
        return new Page<>(fields, page.next());
    }

    private static Stream<FieldChanged> fields(History.Change c) {
        return c.fields().isEmpty()
                ? Stream.of(field(c, new History.FieldChange("", null, null, false, null)))
                : c.fields().stream().map(f -> field(c, f));
    }

    private static FieldChanged field(History.Change c, History.FieldChange f) {
        return new FieldChanged(
                c.id(),
                c.at(),
                c.actor(),
                c.source(),
                c.entity(),
                c.rowId(),
                c.operation(),
                f.field().isEmpty() ? null : f.field(),
                f.before(),
                f.after());
    }

    /** Puts one field of a change back to what it was before, or all of them. */
    @PostMapping("/{change}/reversal")
    ResponseEntity<Void> putBack(
            @PathVariable UUID customer,
            @PathVariable long change,
            @RequestBody(required = false) @Nullable Reversal reversal) {
        restoration.putBack(customer, change, reversal == null ? null : reversal.field());
        return ResponseEntity.noContent().build();
    }
}
