package app.clientele.customers.web.erasing;

import app.clientele.customers.ErasureBlocker.Obstacle;
import app.clientele.customers.erasing.Erasure;
import app.clientele.customers.erasing.Erasures;
import app.clientele.customers.erasing.Erasures.ErasureDetails;
import app.clientele.customers.erasing.Erasures.Preview;
import app.clientele.customers.erasing.Retention;
import app.clientele.shared.Page;
import app.clientele.site.Limits;
import app.clientele.site.Texts;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Erases customers. One who waits to be erased is read-only (409) and in no list unless asked for;
 * an erased one answers 410 wherever their id stands in an address, with what was kept.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Erasures")
class EraseApi {
    private final Erasures erasures;
    private final Retention retention;
    private final Texts texts;

    EraseApi(Erasures erasures, Retention retention, Texts texts) {
        this.erasures = erasures;
        this.retention = retention;
        this.texts = texts;
    }

    /** Something that stands in the way. */
    record Reason(String code, String message) {}

    /**
     * What erasing would do, or will.
     *
     * @param waiting the erasure asked for already
     * @param dueAt when it would be done if asked for now, or will be
     * @param blockers what stands in the way
     * @param erased how many rows of what go or lose what they say
     * @param kept how many rows of what stay
     * @param reasons why they do
     */
    record Plan(
            @Nullable Erasure waiting,
            Instant dueAt,
            List<Reason> blockers,
            Map<String, Long> erased,
            Map<String, Long> kept,
            Map<String, String> reasons) {}

    /** What erasing a customer would do, or will once it is due, and what stands in the way. */
    @GetMapping("/customers/{id}/erasure")
    Plan preview(@PathVariable UUID id) {
        Preview preview = erasures.preview(id);
        return new Plan(
                preview.waiting(),
                preview.dueAt(),
                preview.obstacles().stream().map(this::reason).toList(),
                preview.erased(),
                preview.kept(),
                preview.reasons());
    }

    private Reason reason(Obstacle obstacle) {
        var reason = obstacle.reason();
        return new Reason(
                reason.code(),
                texts.text(Locale.ENGLISH, "refused." + reason.code(), reason.args().toArray()));
    }

    /**
     * Asks for a customer to be erased: when the business's days of grace are over, at once where
     * it has none. Refused with all reasons while something stands in the way.
     */
    @PostMapping("/customers/{id}/erasure")
    ResponseEntity<Erasure> begin(
            @PathVariable UUID id,
            @RequestBody(required = false) @Nullable ErasureDetails details) {
        Erasure erasure = erasures.begin(id, details == null ? new ErasureDetails(null) : details);
        return ResponseEntity.created(URI.create("/api/v1/customers/" + id + "/erasure"))
                .body(erasure);
    }

    /** Takes it back while there is time: the customer is as before. */
    @DeleteMapping("/customers/{id}/erasure")
    ResponseEntity<Void> undo(@PathVariable UUID id) {
        erasures.undo(id);
        return ResponseEntity.noContent().build();
    }

    /** Keeps a customer for a year whom the rule for people not seen for long would erase. */
    @PutMapping("/customers/{id}/retention")
    ResponseEntity<Void> keep(@PathVariable UUID id) {
        retention.keep(id);
        return ResponseEntity.noContent().build();
    }

    /**
     * Who waits to be erased, the longest first; or who was erased, the latest first.
     *
     * @param done whether those that are done are wanted
     */
    @GetMapping("/erasures")
    Page<Erasure> all(
            @RequestParam(defaultValue = "false") boolean done,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return erasures.all(done, cursor, Limits.of(limit));
    }

    /** Whom the rule for people not seen for long will erase unless they are kept. */
    @GetMapping("/retention-notices")
    Page<Retention.Notice> flagged(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return retention.flagged(cursor, Limits.of(limit));
    }
}
