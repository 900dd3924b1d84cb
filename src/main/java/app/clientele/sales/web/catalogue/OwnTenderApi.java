package app.clientele.sales.web.catalogue;

import app.clientele.sales.catalogue.OwnTenders;
import app.clientele.sales.catalogue.OwnTenders.OwnTender;
import app.clientele.sales.catalogue.OwnTenders.TenderDetails;
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

/**
 * Ways of being paid by the business's own names. A deleted one is archived, and can be restored.
 */
@RestController
@RequestMapping("/api/v1/own-tenders")
@Tag(name = "Sales catalogue")
class OwnTenderApi {
    private final OwnTenders tenders;
    private final Input input;

    OwnTenderApi(OwnTenders tenders, Input input) {
        this.tenders = tenders;
        this.input = input;
    }

    /** All of them by name. */
    @GetMapping
    Page<OwnTender> all(
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(tenders.all(archived), OwnTender::id, cursor, limit);
    }

    /** Adds one. */
    @PostMapping
    ResponseEntity<OwnTender> create(@RequestBody TenderDetails details) {
        return Answers.made("/api/v1/own-tenders", tenders.add(details));
    }

    /** One of them. */
    @GetMapping("/{id}")
    ResponseEntity<OwnTender> get(@PathVariable UUID id) {
        return Answers.of(tenders.get(id));
    }

    /** Renames one. */
    @MergePatch("/{id}")
    ResponseEntity<OwnTender> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details = input.patch(tenders.get(id).details(), patch, TenderDetails.class);
        return Answers.of(tenders.change(id, details, version));
    }

    /** Archives one: it is taken no more. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> archive(@PathVariable UUID id) {
        tenders.archive(id);
        return ResponseEntity.noContent().build();
    }

    /** Takes an archived one again. */
    @PostMapping("/{id}/restoration")
    ResponseEntity<OwnTender> reopen(@PathVariable UUID id) {
        tenders.reopen(id);
        return get(id);
    }
}
