package app.clientele.sales.web.fees;

import app.clientele.sales.fees.CustomerFee;
import app.clientele.sales.fees.CustomerFee.CustomerFeeDetails;
import app.clientele.sales.fees.CustomerFees;
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

/** What was agreed about fees with a customer, in place of the rules. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/own-fees")
@Tag(name = "Fees")
class OwnFeeApi {
    private final CustomerFees fees;
    private final Input input;

    OwnFeeApi(CustomerFees fees, Input input) {
        this.fees = fees;
        this.input = input;
    }

    /** At most one of each kind. */
    @GetMapping
    Page<CustomerFee> all(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(fees.of(customer), CustomerFee::id, cursor, limit);
    }

    /** Agrees on one: never, a share of the price, or an amount. */
    @PostMapping
    ResponseEntity<CustomerFee> add(
            @PathVariable UUID customer, @RequestBody CustomerFeeDetails details) {
        UUID id = fees.add(customer, details);
        return Answers.made("/api/v1/customers/" + customer + "/own-fees", fees.get(customer, id));
    }

    /** One of them. */
    @GetMapping("/{id}")
    ResponseEntity<CustomerFee> get(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(fees.get(customer, id));
    }

    /** Changes one. */
    @MergePatch("/{id}")
    ResponseEntity<CustomerFee> change(
            @PathVariable UUID customer,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details =
                input.patch(fees.get(customer, id).details(), patch, CustomerFeeDetails.class);
        fees.change(customer, id, details, version);
        return get(customer, id);
    }

    /** Takes one away: the rules hold again. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID customer, @PathVariable UUID id) {
        fees.remove(customer, id);
        return ResponseEntity.noContent().build();
    }
}
