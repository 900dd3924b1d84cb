package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.CustomerPrice;
import app.clientele.calendar.rules.CustomerPrices;
import app.clientele.calendar.rules.CustomerPrices.PriceDetails;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
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

/** Prices and durations agreed on with one customer, with one colleague or with all. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/prices")
@Tag(name = "Booking rules")
@Requires(Permission.APPOINTMENT_VIEW)
class PriceApi {
    private final CustomerPrices prices;
    private final Input input;

    PriceApi(CustomerPrices prices, Input input) {
        this.prices = prices;
        this.input = input;
    }

    /** All of a customer, by service. */
    @GetMapping
    Page<CustomerPrice> all(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(prices.of(customer), CustomerPrice::id, cursor, limit);
    }

    /** Agrees on a price, a duration or both; what is absent stays as usual. */
    @PostMapping
    ResponseEntity<CustomerPrice> add(
            @PathVariable UUID customer, @RequestBody PriceDetails details) {
        UUID id = prices.add(customer, details);
        return Answers.made("/api/v1/customers/" + customer + "/prices", prices.get(customer, id));
    }

    /** One of them. */
    @GetMapping("/{id}")
    ResponseEntity<CustomerPrice> get(@PathVariable UUID customer, @PathVariable UUID id) {
        return Answers.of(prices.get(customer, id));
    }

    /** Changes what was agreed on; what is booked already keeps its price. */
    @MergePatch("/{id}")
    ResponseEntity<CustomerPrice> change(
            @PathVariable UUID customer,
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details = input.patch(prices.get(customer, id).details(), patch, PriceDetails.class);
        prices.change(customer, id, details, version);
        return get(customer, id);
    }

    /** From then on it costs what it costs all. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> remove(@PathVariable UUID customer, @PathVariable UUID id) {
        prices.remove(customer, id);
        return ResponseEntity.noContent().build();
    }
}
