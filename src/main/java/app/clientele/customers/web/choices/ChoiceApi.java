package app.clientele.customers.web.choices;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.choices.Choices;
import app.clientele.customers.choices.Choices.Choice;
import app.clientele.customers.choices.Choices.ChoiceDetails;
import app.clientele.customers.choices.Choices.Kind;
import app.clientele.shared.Page;
import app.clientele.shared.Validation;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import app.clientele.site.Slices;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
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

/** The lists of a business: statuses, tags, referral methods, genders, categories of services. */
@RestController
@RequestMapping({
    "/api/v1/statuses",
    "/api/v1/tags",
    "/api/v1/referral-methods",
    "/api/v1/genders",
    "/api/v1/service-categories"
})
@Tag(name = "Lists")
class ChoiceApi {
    private static final int LIST_SEGMENT = 3;

    private final Choices choices;
    private final Input input;

    ChoiceApi(Choices choices, Input input) {
        this.choices = choices;
        this.input = input;
    }

    /** Entries in the order wanted; those not named follow behind. */
    record Order(@NotNull @Nullable List<@NotNull UUID> ids) {}

    private static Kind kind(HttpServletRequest request) {
        return Kind.ofPath(request.getRequestURI().split("/", -1)[LIST_SEGMENT]);
    }

    /** Entries in their order. */
    @GetMapping
    Page<Choice> all(
            HttpServletRequest request,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(choices.all(kind(request), archived), Choice::id, cursor, limit);
    }

    /** Adds an entry at the end. */
    @PostMapping
    ResponseEntity<Choice> add(HttpServletRequest request, @RequestBody ChoiceDetails details) {
        Kind kind = kind(request);
        return Answers.made(
                "/api/v1/" + kind.path(), choices.get(kind, choices.add(kind, details)));
    }

    /** One entry. */
    @GetMapping("/{id}")
    ResponseEntity<Choice> get(HttpServletRequest request, @PathVariable UUID id) {
        return Answers.of(choices.get(kind(request), id));
    }

    /** Renames an entry or gives it another colour, wherever it is used. */
    @MergePatch("/{id}")
    ResponseEntity<Choice> change(
            HttpServletRequest request,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        Kind kind = kind(request);
        ChoiceDetails present = choices.get(kind, id).details();
        choices.change(kind, id, input.patch(present, patch, ChoiceDetails.class), version);
        return get(request, id);
    }

    /** Deletes an entry that nothing uses. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(HttpServletRequest request, @PathVariable UUID id) {
        choices.delete(kind(request), id);
        return ResponseEntity.noContent().build();
    }

    /** Takes an entry out of use: who has it keeps it, nobody gets it any more. */
    @PutMapping("/{id}/archival")
    ResponseEntity<Choice> archive(HttpServletRequest request, @PathVariable UUID id) {
        choices.archive(kind(request), id, true);
        return get(request, id);
    }

    /** Lets an entry be used again. */
    @DeleteMapping("/{id}/archival")
    ResponseEntity<Choice> reopen(HttpServletRequest request, @PathVariable UUID id) {
        choices.archive(kind(request), id, false);
        return get(request, id);
    }

    /** Puts the entries into another order. */
    @PutMapping("/order")
    ResponseEntity<Void> order(HttpServletRequest request, @RequestBody Order order) {
        Validation.check(order);
        choices.order(kind(request), requireNonNull(order.ids()));
        return ResponseEntity.noContent().build();
    }
}
