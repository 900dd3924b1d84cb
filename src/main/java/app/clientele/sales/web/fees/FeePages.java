package app.clientele.sales.web.fees;

import app.clientele.gateway.Cards;
import app.clientele.sales.CardCharges;
import app.clientele.sales.Payment;
import app.clientele.sales.PaymentState;
import app.clientele.sales.fees.Fee;
import app.clientele.sales.fees.Fees;
import app.clientele.sales.fees.Fees.Charging;
import app.clientele.sales.fees.Fees.Waiving;
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
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One fee: charged or waived by whoever decides. */
@Controller
@RequestMapping("/fees/{fee}")
@Requires(Permission.SALE_VIEW)
class FeePages {
    private final Fees fees;
    private final CardCharges charges;
    private final Cards cards;
    private final Input input;
    private final Templates templates;

    FeePages(Fees fees, CardCharges charges, Cards cards, Input input, Templates templates) {
        this.fees = fees;
        this.charges = charges;
        this.cards = cards;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(View view, @PathVariable("fee") UUID id) {
        return page(view, id, Typed.nothing(), FormErrors.none());
    }

    private JteModel page(View view, UUID id, Typed typed, FormErrors errors) {
        Fee fee = fees.get(id);
        return templates.feesShow(
                new FeePage(view, fee, cards.chargeable(fee.customerId()), typed, errors));
    }

    @PostMapping("/charging")
    @Requires(Permission.SALE_EDIT)
    Object charge(
            View view,
            @PathVariable("fee") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        return decided(view, id, typed, () -> charged(view, id, String.valueOf(typed.value("by"))));
    }

    private ResponseEntity<Void> charged(View view, UUID id, String by) {
        if (by.equals(FeePage.DESK)) {
            return view.redirect("/orders/" + fees.order(id));
        }
        Fee fee = fees.charge(id, new Charging(by.equals(FeePage.OWED) ? null : card(by)));
        UUID invoice = fee.invoiceId();
        return invoice == null
                ? view.redirect(FeeWords.path(fee))
                : view.redirect("/invoices/" + invoice, toast(charges.proceed(invoice)));
    }

    private static UUID card(String by) {
        try {
            return UUID.fromString(by);
        } catch (IllegalArgumentException e) {
            throw new Invalid("by", "choice");
        }
    }

    private static Toast toast(List<Payment> charged) {
        boolean failed = charged.stream().anyMatch(p -> p.state() == PaymentState.FAILED);
        boolean open = charged.stream().anyMatch(p -> !p.state().next().isEmpty());
        return Toast.of(
                failed ? "sales.card.declined" : open ? "sales.card.waits" : "fees.charged");
    }

    @PostMapping("/waiving")
    @Requires(Permission.SALE_EDIT)
    Object waive(
            View view,
            @PathVariable("fee") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        return decided(
                view,
                id,
                new Typed(fields),
                () -> {
                    Fee fee = fees.waive(id, input.form(fields, Waiving.class));
                    return view.redirect(
                            "/appointments/" + fee.appointmentId(), Toast.of("fees.waived"));
                });
    }

    private Object decided(
            View view, UUID id, Typed typed, Supplier<ResponseEntity<Void>> decision) {
        try {
            return decision.get();
        } catch (Invalid e) {
            FormErrors errors = FormErrors.of(view, e);
            FormErrors shown =
                    errors.get("reason") != null || errors.get("by") != null
                            ? errors
                            : FormErrors.of("", view.problem(e.problems().getFirst()));
            return view.invalid(page(view, id, typed, shown));
        } catch (Refused e) {
            return view.status(HttpStatus.CONFLICT, page(view, id, typed, FormErrors.of(view, e)));
        }
    }
}
