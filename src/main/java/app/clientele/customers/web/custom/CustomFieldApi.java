package app.clientele.customers.web.custom;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFieldDetails;
import app.clientele.customers.custom.CustomFields;
import app.clientele.shared.Page;
import app.clientele.shared.Validation;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import app.clientele.site.Slices;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/** The fields a business defines itself; customers have their values in {@code customFields}. */
@RestController
@RequestMapping("/api/v1/custom-fields")
@Tag(name = "Custom fields")
class CustomFieldApi {
    private static final String PATH = "/api/v1/custom-fields";

    private final CustomFields fields;
    private final Input input;

    CustomFieldApi(CustomFields fields, Input input) {
        this.fields = fields;
        this.input = input;
    }

    /** Fields in the order wanted; those not named follow behind. */
    record Order(@NotNull @Nullable List<@NotNull UUID> ids) {}

    /** The fields in their order. */
    @GetMapping
    Page<CustomField> all(
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(fields.all(archived), CustomField::id, cursor, limit);
    }

    /** Defines a field, the last in the order. */
    @PostMapping
    ResponseEntity<CustomField> add(@RequestBody CustomFieldDetails details) {
        return Answers.made(PATH, fields.get(fields.add(details)));
    }

    /** One field. */
    @GetMapping("/{id}")
    ResponseEntity<CustomField> get(@PathVariable UUID id) {
        return Answers.of(fields.get(id));
    }

    /**
     * Changes a field, but for its key and type. Options are sent whole: one with its key is kept,
     * perhaps under another label; one without is new.
     */
    @MergePatch("/{id}")
    ResponseEntity<CustomField> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        CustomFieldDetails present = fields.get(id).details();
        fields.change(id, input.patch(present, patch, CustomFieldDetails.class), version);
        return get(id);
    }

    /** Deletes a field in which no customer has anything. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> delete(@PathVariable UUID id) {
        fields.delete(id);
        return ResponseEntity.noContent().build();
    }

    /** Takes a field out of use: what customers have in it stays, nobody is asked for it. */
    @PutMapping("/{id}/archival")
    ResponseEntity<CustomField> archive(@PathVariable UUID id) {
        fields.archive(id, true);
        return get(id);
    }

    /** Takes a field back into use. */
    @DeleteMapping("/{id}/archival")
    ResponseEntity<CustomField> reopen(@PathVariable UUID id) {
        fields.archive(id, false);
        return get(id);
    }

    /** Puts the fields into another order. */
    @PutMapping("/order")
    ResponseEntity<Void> order(@RequestBody Order order) {
        Validation.check(order);
        fields.order(requireNonNull(order.ids()));
        return ResponseEntity.noContent().build();
    }
}
