package app.clientele.sales.web.fees;

import app.clientele.sales.CardCharges;
import app.clientele.sales.fees.Fee;
import app.clientele.sales.fees.FeeState;
import app.clientele.sales.fees.Fees;
import app.clientele.sales.fees.Fees.Charging;
import app.clientele.sales.fees.Fees.Search;
import app.clientele.sales.fees.Fees.Waiving;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Fees that were proposed, until somebody charges or waives them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Fees")
@Requires(Permission.SALE_VIEW)
class FeeApi {
    private final Fees fees;
    private final CardCharges charges;

    FeeApi(Fees fees, CardCharges charges) {
        this.fees = fees;
        this.charges = charges;
    }

    /** All of them, the latest first. */
    @GetMapping("/fees")
    Page<Fee> list(
            @RequestParam(required = false) @Nullable UUID appointment,
            @RequestParam(required = false) @Nullable FeeState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return fees.list(new Search(null, appointment, state), cursor, Limits.of(limit));
    }

    /** A customer's, the latest first. */
    @GetMapping("/customers/{customer}/fees")
    Page<Fee> of(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable FeeState state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return fees.of(customer, state, cursor, Limits.of(limit));
    }

    /** One of them. */
    @GetMapping("/fees/{fee}")
    ResponseEntity<Fee> get(@PathVariable("fee") UUID id) {
        return Answers.of(fees.get(id));
    }

    /** Charges one to a card on file, or to be owed; charged already, it stays as it is. */
    @PostMapping("/fees/{fee}/charging")
    ResponseEntity<Fee> charge(@PathVariable("fee") UUID id, @RequestBody Charging how) {
        Fee charged = fees.charge(id, how);
        if (charged.invoiceId() != null) {
            charges.proceed(charged.invoiceId());
        }
        return Answers.of(charged);
    }

    /** Lets somebody off. */
    @PostMapping("/fees/{fee}/waiving")
    ResponseEntity<Fee> waive(@PathVariable("fee") UUID id, @RequestBody Waiving waiving) {
        return Answers.of(fees.waive(id, waiving));
    }
}
