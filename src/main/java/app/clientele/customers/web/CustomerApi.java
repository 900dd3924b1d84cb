package app.clientele.customers.web;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerTags;
import app.clientele.customers.Customers;
import app.clientele.customers.Summaries;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import io.swagger.v3.oas.annotations.tags.Tag;
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
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Customers' records. */
@RestController
@RequestMapping("/api/v1/customers")
@Tag(name = "Customers")
class CustomerApi {
    private final Customers customers;
    private final CustomerTags tags;
    private final Summaries summaries;
    private final Input input;

    CustomerApi(Customers customers, CustomerTags tags, Summaries summaries, Input input) {
        this.customers = customers;
        this.tags = tags;
        this.summaries = summaries;
        this.input = input;
    }

    /** Makes a customer. */
    @PostMapping
    ResponseEntity<Customer> create(@RequestBody CustomerDetails details) {
        return Answers.made("/api/v1/customers", customers.create(details));
    }

    /** One customer with everything that is on the record. */
    @GetMapping("/{id}")
    ResponseEntity<Customer> get(@PathVariable UUID id) {
        return Answers.of(customers.get(id));
    }

    /** Changes a customer. */
    @MergePatch("/{id}")
    ResponseEntity<Customer> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        return Answers.of(
                customers.change(id, version, d -> input.patch(d, patch, CustomerDetails.class)));
    }

    /** The figures about a customer that are known so far. */
    @GetMapping("/{id}/summary")
    Summaries.Summary summary(@PathVariable UUID id) {
        return summaries.of(id);
    }

    /** Takes a customer out of use: they stay on record and in the list when asked for. */
    @PutMapping("/{id}/deactivation")
    @Requires(Permission.PROFILE_VIEW)
    ResponseEntity<Customer> deactivate(@PathVariable UUID id) {
        customers.deactivate(id);
        return Answers.of(customers.get(id));
    }

    /** Takes a customer back into use. */
    @DeleteMapping("/{id}/deactivation")
    @Requires(Permission.PROFILE_VIEW)
    ResponseEntity<Customer> reactivate(@PathVariable UUID id) {
        customers.reactivate(id);
        return Answers.of(customers.get(id));
    }

    /** Puts a tag on a customer. */
    @PutMapping("/{id}/tags/{tag}")
    ResponseEntity<Void> addTag(@PathVariable UUID id, @PathVariable UUID tag) {
        tags.add(id, tag);
        return ResponseEntity.noContent().build();
    }

    /** Takes a tag off a customer. */
    @DeleteMapping("/{id}/tags/{tag}")
    ResponseEntity<Void> removeTag(@PathVariable UUID id, @PathVariable UUID tag) {
        tags.remove(id, tag);
        return ResponseEntity.noContent().build();
    }
}
