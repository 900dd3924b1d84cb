package app.clientele.credits.web;

import app.clientele.business.Services;
import app.clientele.credits.CreditSettings;
import app.clientele.credits.CreditUses;
import app.clientele.credits.VisitCredit;
import app.clientele.credits.VisitCredits;
import app.clientele.credits.VisitCredits.Expiring;
import app.clientele.credits.VisitCredits.Giving;
import app.clientele.credits.VisitCredits.Revoking;
import app.clientele.customers.Customers;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Visits somebody has: given, looked at, taken back, with another last day. */
@Controller
@Requires(Permission.SALE_VIEW)
class VisitCreditPages {
    private final VisitCredits credits;
    private final CreditUses uses;
    private final CreditSettings settings;
    private final Customers customers;
    private final Services services;
    private final Input input;
    private final Templates templates;

    VisitCreditPages(
            VisitCredits credits,
            CreditUses uses,
            CreditSettings settings,
            Customers customers,
            Services services,
            Input input,
            Templates templates) {
        this.credits = credits;
        this.uses = uses;
        this.settings = settings;
        this.customers = customers;
        this.services = services;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping("/customers/{id}/credits/new")
    @Requires(Permission.VALUE_EDIT)
    JteModel giving(View view, @PathVariable UUID id) {
        Typed typed = Typed.nothing().with("submissionId", UUID.randomUUID()).with("visits", 1);
        return giving(view, id, typed, FormErrors.none());
    }

    private JteModel giving(View view, UUID id, Typed typed, FormErrors errors) {
        return templates.creditsGive(
                view, customers.get(id), CreditWords.services(services), typed, errors);
    }

    @PostMapping("/customers/{id}/credits/new")
    @Requires(Permission.VALUE_EDIT)
    Object give(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        try {
            credits.give(id, input.form(fields, Giving.class));
            return view.redirect("/customers/" + id + "/packages", Toast.of("credits.given"));
        } catch (Invalid e) {
            return view.invalid(giving(view, id, new Typed(fields), FormErrors.of(view, e)));
        }
    }

    @GetMapping("/credits/{credit}")
    JteModel show(View view, @PathVariable("credit") UUID id) {
        return templates.creditsCredit(page(view, id, Typed.nothing(), FormErrors.none()));
    }

    private VisitCreditPage page(View view, UUID id, Typed typed, FormErrors errors) {
        VisitCredit credit = credits.get(id);
        Typed begun =
                typed.fields().isEmpty() ? typed.with("expiresOn", credit.expiresOn()) : typed;
        return new VisitCreditPage(
                view,
                credit,
                customers.get(credit.customerId()).shownName(),
                uses.of(id),
                settings.current().editable(),
                begun,
                errors);
    }

    @PostMapping("/credits/{credit}/revocation")
    @Requires(Permission.VALUE_EDIT)
    Object revoke(
            View view,
            @PathVariable("credit") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                view,
                id,
                fields,
                "credits.revoked.done",
                () -> credits.revoke(id, input.form(fields, Revoking.class)));
    }

    @PostMapping("/credits/{credit}/expiry")
    @Requires(Permission.VALUE_EDIT)
    Object expire(
            View view,
            @PathVariable("credit") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                view,
                id,
                fields,
                "credits.expiry.done",
                () -> credits.expire(id, input.form(fields, Expiring.class)));
    }

    private Object done(
            View view, UUID id, MultiValueMap<String, String> fields, String told, Runnable deed) {
        try {
            deed.run();
            return view.redirect("/credits/" + id, Toast.of(told));
        } catch (Invalid e) {
            return view.invalid(
                    templates.creditsCredit(
                            page(view, id, new Typed(fields), FormErrors.of(view, e))));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.creditsCredit(
                            page(view, id, new Typed(fields), FormErrors.of(view, e))));
        }
    }
}
