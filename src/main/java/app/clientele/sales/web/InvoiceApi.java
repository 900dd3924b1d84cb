package app.clientele.sales.web;

import app.clientele.sales.CreditNote;
import app.clientele.sales.Invoice;
import app.clientele.sales.InvoiceStatus;
import app.clientele.sales.Invoices;
import app.clientele.sales.Invoices.Search;
import app.clientele.sales.Invoices.Voiding;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Limits;
import app.clientele.site.Slices;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
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

/**
 * Invoices: what was issued. Nothing of it changes; it is paid, made less by credit notes, or void.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Sales")
@Requires(Permission.SALE_VIEW)
class InvoiceApi {
    private final Invoices invoices;

    InvoiceApi(Invoices invoices) {
        this.invoices = invoices;
    }

    /** Invoices, the latest first; with from and until those issued on these days or between. */
    @GetMapping("/invoices")
    Page<Invoice> all(
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable InvoiceStatus status,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable Instant updatedSince,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return invoices.list(
                new Search(customerId, branchId, status, from, until, updatedSince),
                cursor,
                Limits.of(limit));
    }

    /** Invoices of a customer. */
    @GetMapping("/customers/{customer}/invoices")
    Page<Invoice> of(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable InvoiceStatus status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return invoices.list(
                new Search(customer, null, status, null, null, null), cursor, Limits.of(limit));
    }

    /** One invoice with all it says. */
    @GetMapping("/invoices/{id}")
    ResponseEntity<Invoice> get(@PathVariable UUID id) {
        return Answers.of(invoices.get(id));
    }

    /** The credit notes that made it less. */
    @GetMapping("/invoices/{id}/credit-notes")
    Page<CreditNote> creditNotes(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        invoices.get(id);
        return Slices.of(invoices.creditNotes(id), CreditNote::id, cursor, limit);
    }

    /** Takes an invoice back: it counts no more, and what was paid goes back the way it came. */
    @PostMapping("/invoices/{id}/voiding")
    ResponseEntity<Invoice> voidIt(@PathVariable UUID id, @RequestBody Voiding voiding) {
        return Answers.of(invoices.voidIt(id, voiding));
    }

    /** Writes it to its customer by e-mail, in their language. */
    @PostMapping("/invoices/{id}/message")
    ResponseEntity<Void> mail(@PathVariable UUID id) {
        invoices.mail(id);
        return ResponseEntity.noContent().build();
    }
}
