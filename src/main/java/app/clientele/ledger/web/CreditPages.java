package app.clientele.ledger.web;

import app.clientele.business.Businesses;
import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.ledger.AccountCredit;
import app.clientele.ledger.AccountCredit.Adding;
import app.clientele.ledger.AccountCredit.TakingBack;
import app.clientele.ledger.LedgerEntry;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.MoneyText;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Gives customers credit, and takes it back. */
@Controller
@Requires(Permission.SALE_VIEW)
class CreditPages {
    private final AccountCredit credit;
    private final Customers customers;
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;

    CreditPages(
            AccountCredit credit,
            Customers customers,
            Businesses businesses,
            Input input,
            Templates templates) {
        this.credit = credit;
        this.customers = customers;
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
    }

    private static String path(UUID customer) {
        return "/customers/" + customer + "/account-credit";
    }

    @GetMapping("/customers/{id}/account-credit/new")
    @Requires(Permission.VALUE_EDIT)
    JteModel adding(View view, @PathVariable UUID id) {
        return form(view, id, Typed.nothing(), FormErrors.none());
    }

    private JteModel form(View view, UUID id, Typed typed, FormErrors errors) {
        Customer customer = customers.get(id);
        String submission = typed.value("submissionId");
        return templates.ledgerCredit(
                view,
                customer,
                businesses.current().currency(),
                typed,
                errors,
                submission == null ? UUID.randomUUID().toString() : submission);
    }

    @PostMapping("/customers/{id}/account-credit/new")
    @Requires(Permission.VALUE_EDIT)
    Object add(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        try {
            credit.add(id, input.form(priced(view, fields), Adding.class));
            return view.redirect(path(id), Toast.of("ledger.credit.added"));
        } catch (Invalid e) {
            return view.invalid(form(view, id, new Typed(fields), FormErrors.of(view, e)));
        }
    }

    private MultiValueMap<String, String> priced(View view, MultiValueMap<String, String> fields) {
        MultiValueMap<String, String> priced = new LinkedMultiValueMap<>(fields);
        CurrencyUnit unit = CurrencyUnit.of(businesses.current().currency());
        String amount = fields.getFirst("amount");
        priced.remove("amount");
        if (amount != null && !amount.isBlank()) {
            priced.set("amount.amount", MoneyText.decimal(amount, unit, view.locale()));
            priced.set("amount.currency", unit.getCode());
        }
        return priced;
    }

    @GetMapping("/account-credit/{id}/taking-back")
    @Requires(Permission.VALUE_EDIT)
    JteModel takingBack(View view, @PathVariable UUID id) {
        return templates.ledgerTakeback(view, credit.get(id), Typed.nothing(), FormErrors.none());
    }

    @PostMapping("/account-credit/{id}/taking-back")
    @Requires(Permission.VALUE_EDIT)
    Object takeBack(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        LedgerEntry entry = credit.get(id);
        Typed typed = new Typed(fields);
        try {
            credit.takeBack(id, input.form(fields, TakingBack.class));
            return view.redirect(
                    path(java.util.Objects.requireNonNull(entry.customerId())),
                    Toast.of("ledger.credit.taken"));
        } catch (Invalid e) {
            return view.invalid(
                    templates.ledgerTakeback(view, entry, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            String why = view.reason(e.reasons().getFirst());
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.ledgerTakeback(view, entry, typed, FormErrors.of("", why)));
        }
    }
}
