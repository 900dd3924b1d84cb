package app.clientele.credits.web;

import app.clientele.credits.CreditUse;
import app.clientele.credits.CreditUses;
import app.clientele.credits.CreditUses.Visit;
import app.clientele.credits.VisitCredit;
import app.clientele.credits.VisitCredits;
import app.clientele.credits.VisitCredits.Expiring;
import app.clientele.credits.VisitCredits.Giving;
import app.clientele.credits.VisitCredits.Revoking;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Limits;
import app.clientele.site.Slices;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Visits that customers have, from packages, memberships or given by hand, and what used them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Packages and credits")
@Requires(Permission.SALE_VIEW)
class VisitCreditApi {
    private final VisitCredits credits;
    private final CreditUses uses;

    VisitCreditApi(VisitCredits credits, CreditUses uses) {
        this.credits = credits;
        this.uses = uses;
    }

    /** A customer's own, the latest first; what can be used no more only when asked for. */
    @GetMapping("/customers/{customer}/credits")
    Page<VisitCredit> of(
            @PathVariable UUID customer,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return credits.of(customer, all, cursor, Limits.of(limit));
    }

    /** Gives a customer visits. */
    @PostMapping("/customers/{customer}/credits")
    @Requires(Permission.VALUE_EDIT)
    ResponseEntity<VisitCredit> give(@PathVariable UUID customer, @RequestBody Giving giving) {
        return Answers.made("/api/v1/credits", credits.give(customer, giving));
    }

    /** Some of them. */
    @GetMapping("/credits/{credit}")
    ResponseEntity<VisitCredit> get(@PathVariable("credit") UUID id) {
        return Answers.of(credits.get(id));
    }

    /** What they were used for, the latest first. */
    @GetMapping("/credits/{credit}/uses")
    Page<CreditUse> uses(
            @PathVariable("credit") UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(uses.of(credits.get(id).id()), CreditUse::id, cursor, limit);
    }

    /** Takes back what is left of them. */
    @PostMapping("/credits/{credit}/revocation")
    @Requires(Permission.VALUE_EDIT)
    ResponseEntity<VisitCredit> revoke(
            @PathVariable("credit") UUID id, @RequestBody Revoking revoking) {
        return Answers.of(credits.revoke(id, revoking));
    }

    /** Gives them another last day, and brings back what has expired. */
    @PostMapping("/credits/{credit}/expiry")
    @Requires(Permission.VALUE_EDIT)
    ResponseEntity<VisitCredit> expire(
            @PathVariable("credit") UUID id, @RequestBody Expiring expiring) {
        return Answers.of(credits.expire(id, expiring));
    }

    /** What an appointment used, or might use. */
    @GetMapping("/appointments/{appointment}/credit")
    Visit visit(@PathVariable UUID appointment) {
        return uses.visit(appointment);
    }

    /** Uses a visit for an appointment, such as one that was missed. */
    @PostMapping("/appointments/{appointment}/credit")
    @Requires(Permission.SALE_EDIT)
    Visit use(@PathVariable UUID appointment) {
        return uses.use(appointment);
    }

    /** Gives back what an appointment used. */
    @DeleteMapping("/appointments/{appointment}/credit")
    @Requires(Permission.SALE_EDIT)
    Visit giveBack(@PathVariable UUID appointment) {
        return uses.giveBack(appointment);
    }
}
