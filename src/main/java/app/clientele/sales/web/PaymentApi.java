package app.clientele.sales.web;

import app.clientele.sales.CardCharges;
import app.clientele.sales.Iou;
import app.clientele.sales.Ious;
import app.clientele.sales.Ious.Forgiving;
import app.clientele.sales.Payment;
import app.clientele.sales.Payments;
import app.clientele.sales.Payments.Refund;
import app.clientele.sales.Payments.Search;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Money that came and went back, and what is still owed. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sales")
@Requires(Permission.SALE_VIEW)
class PaymentApi {
    private final Payments payments;
    private final CardCharges charges;
    private final Ious ious;

    PaymentApi(Payments payments, CardCharges charges, Ious ious) {
        this.payments = payments;
        this.charges = charges;
        this.ious = ious;
    }

    /** Payments and refunds, the latest first. */
    @GetMapping("/payments")
    Page<Payment> all(
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable String tender,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return payments.list(
                new Search(null, branchId, tender, from, until), cursor, Limits.of(limit));
    }

    /** Payments and refunds of a customer, those that failed too. */
    @GetMapping("/customers/{customer}/payments")
    Page<Payment> of(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return payments.list(Search.of(customer), cursor, Limits.of(limit));
    }

    /** One payment or refund. */
    @GetMapping("/payments/{id}")
    Payment get(@PathVariable UUID id) {
        return payments.get(id);
    }

    /** Gives some of a payment back, or all that is left of it: the way it came, or as credit. */
    @PostMapping("/payments/{id}/refunds")
    ResponseEntity<Payment> refund(@PathVariable UUID id, @RequestBody Refund refund) {
        Payment asked = payments.refund(id, refund);
        Payment back =
                charges.proceed(asked.invoiceId()).isEmpty() ? asked : payments.get(asked.id());
        return ResponseEntity.created(URI.create("/api/v1/payments/" + back.id())).body(back);
    }

    /** Lets go of a payment that waits for its customer, so that it can be paid another way. */
    @PostMapping("/payments/{waiting}/cancellation")
    Payment letGo(@PathVariable("waiting") UUID id) {
        return charges.letGo(id);
    }

    /** Says that somebody at the desk knows that a bank wants a payment back. */
    @PutMapping("/payments/{disputed}/dispute/seen")
    Payment seen(@PathVariable("disputed") UUID id) {
        return charges.seen(id);
    }

    /** What customers promised to pay later, the latest first. */
    @GetMapping("/ious")
    Page<Iou> ious(
            @RequestParam(required = false) Iou.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return ious.list(new Ious.Search(null, state), cursor, Limits.of(limit));
    }

    /** What a customer promised to pay later. */
    @GetMapping("/customers/{customer}/ious")
    Page<Iou> iousOf(
            @PathVariable UUID customer,
            @RequestParam(required = false) Iou.@Nullable State state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return ious.list(new Ious.Search(customer, state), cursor, Limits.of(limit));
    }

    /** One IOU. */
    @GetMapping("/ious/{id}")
    ResponseEntity<Iou> iou(@PathVariable UUID id) {
        return Answers.of(ious.get(id));
    }

    /** Forgives what is still owed. */
    @PostMapping("/ious/{id}/voiding")
    ResponseEntity<Iou> forgive(@PathVariable UUID id, @RequestBody Forgiving forgiving) {
        return Answers.of(ious.forgive(id, forgiving));
    }
}
