package app.clientele.sales.web.catalogue;

import app.clientele.sales.catalogue.TaxRate;
import app.clientele.sales.catalogue.TaxRates;
import app.clientele.sales.catalogue.TaxRates.TaxRateDetails;
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

/** Tax rates. A deleted one is archived, and can be restored. */
@RestController
@RequestMapping("/api/v1/tax-rates")
@Tag(name = "Sales catalogue")
class TaxRateApi {
    private final TaxRates rates;
    private final Input input;

    TaxRateApi(TaxRates rates, Input input) {
        this.rates = rates;
        this.input = input;
    }

    /** All taxes, the usual one first. */
    @GetMapping
    Page<TaxRate> all(
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(rates.all(archived), TaxRate::id, cursor, limit);
    }

    /** Adds a tax; a usual one takes the place of the usual one there is. */
    @PostMapping
    ResponseEntity<TaxRate> create(@RequestBody TaxRateDetails details) {
        return Answers.made("/api/v1/tax-rates", rates.add(details));
    }

    /** One tax. */
    @GetMapping("/{id}")
    ResponseEntity<TaxRate> get(@PathVariable UUID id) {
        return Answers.of(rates.get(id));
    }

    /** Changes a tax; what was sold keeps the tax it was sold with. */
    @MergePatch("/{id}")
    ResponseEntity<TaxRate> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        var details = input.patch(rates.get(id).details(), patch, TaxRateDetails.class);
        return Answers.of(rates.change(id, details, version));
    }

    /** Archives a tax: what names it is taxed by the usual one. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> archive(@PathVariable UUID id) {
        rates.archive(id);
        return ResponseEntity.noContent().build();
    }

    /** Uses an archived tax again. */
    @PostMapping("/{id}/restoration")
    ResponseEntity<TaxRate> reopen(@PathVariable UUID id) {
        rates.reopen(id);
        return get(id);
    }
}
