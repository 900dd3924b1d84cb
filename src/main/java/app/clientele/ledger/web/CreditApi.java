package app.clientele.ledger.web;

import app.clientele.ledger.AccountCredit;
import app.clientele.ledger.AccountCredit.Adding;
import app.clientele.ledger.AccountCredit.Balance;
import app.clientele.ledger.AccountCredit.TakingBack;
import app.clientele.ledger.LedgerEntry;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
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

/** Credit that customers have with the business. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Stored value")
@Requires(Permission.SALE_VIEW)
class CreditApi {
    private final AccountCredit credit;

    CreditApi(AccountCredit credit) {
        this.credit = credit;
    }

    /** What came to a customer's credit and went of it, the latest first. */
    @GetMapping("/customers/{customer}/account-credit")
    Page<LedgerEntry> of(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return credit.entries(customer, cursor, Limits.of(limit));
    }

    /** What a customer may spend today. */
    @GetMapping("/customers/{customer}/account-credit/balance")
    Balance balance(@PathVariable UUID customer) {
        return credit.balance(customer);
    }

    /** Gives a customer credit. */
    @PostMapping("/customers/{customer}/account-credit")
    @Requires(Permission.VALUE_EDIT)
    ResponseEntity<LedgerEntry> add(@PathVariable UUID customer, @RequestBody Adding adding) {
        return made(credit.add(customer, adding));
    }

    private static ResponseEntity<LedgerEntry> made(LedgerEntry entry) {
        return ResponseEntity.created(URI.create("/api/v1/account-credit/" + entry.id()))
                .body(entry);
    }

    /** One entry. */
    @GetMapping("/account-credit/{id}")
    LedgerEntry get(@PathVariable UUID id) {
        return credit.get(id);
    }

    /** Takes back what is left of what was given at once. */
    @PostMapping("/account-credit/{id}/taking-back")
    @Requires(Permission.VALUE_EDIT)
    ResponseEntity<LedgerEntry> takeBack(@PathVariable UUID id, @RequestBody TakingBack taking) {
        return made(credit.takeBack(id, taking));
    }
}
