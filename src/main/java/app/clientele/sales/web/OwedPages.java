package app.clientele.sales.web;

import app.clientele.ledger.gifts.GiftCard;
import app.clientele.ledger.gifts.TooManyCodes;
import app.clientele.sales.CardCharges;
import app.clientele.sales.Checkouts;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Checkouts.Owing;
import app.clientele.sales.Checkouts.Taking;
import app.clientele.sales.Invoice;
import app.clientele.sales.Invoices;
import app.clientele.sales.Payment;
import app.clientele.sales.PaymentState;
import app.clientele.sales.Tender;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.MoneyText;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is still owed of an invoice: paid on its page, as after a card that was declined. */
@Controller
@Requires(Permission.SALE_VIEW)
class OwedPages {
    private final Invoices invoices;
    private final Checkouts checkouts;
    private final CardCharges charges;
    private final InvoiceShowing showing;
    private final TypedCode codes;
    private final Templates templates;

    OwedPages(
            Invoices invoices,
            Checkouts checkouts,
            CardCharges charges,
            InvoiceShowing showing,
            TypedCode codes,
            Templates templates) {
        this.invoices = invoices;
        this.checkouts = checkouts;
        this.charges = charges;
        this.showing = showing;
        this.codes = codes;
        this.templates = templates;
    }

    @PostMapping("/invoices/{owed}/payments")
    @Requires(Permission.SALE_EDIT)
    Object pay(
            View view,
            @PathVariable("owed") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Invoice invoice = invoices.get(id);
        Typed typed = new Typed(fields).with("_pay", true);
        try {
            checkouts.pay(invoice.orderId(), checkout(view, invoice, typed));
            return view.redirect("/invoices/" + id, toast(charges.proceed(id)));
        } catch (Invalid e) {
            return view.invalid(again(view, id, typed, FormErrors.of(view, named(e))));
        } catch (Refused e) {
            String why = e.reasons().stream().map(view::reason).collect(Collectors.joining(" "));
            return view.status(HttpStatus.CONFLICT, again(view, id, typed, FormErrors.of("", why)));
        } catch (TooManyCodes e) {
            return view.status(
                    HttpStatus.TOO_MANY_REQUESTS, again(view, id, typed, codes.slow(view, e)));
        }
    }

    private JteModel again(View view, UUID id, Typed typed, FormErrors errors) {
        return templates.salesInvoice(showing.page(view, invoices.get(id), typed, errors));
    }

    private static Toast toast(List<Payment> charged) {
        boolean failed = charged.stream().anyMatch(p -> p.state() == PaymentState.FAILED);
        boolean open = charged.stream().anyMatch(p -> !p.state().next().isEmpty());
        return Toast.of(failed ? "sales.card.declined" : open ? "sales.card.waits" : "sales.paid");
    }

    private Checkout checkout(View view, Invoice invoice, Typed typed) {
        String comment = typed.value("comment");
        return new Checkout(
                List.of(taking(typed, amount(view, invoice, typed, payable(invoice, typed)))),
                comment == null || comment.isBlank() ? null : new Owing(comment.strip()),
                null,
                id(typed.value("submission")),
                null);
    }

    /** The button pressed: a tender, one's own, or a card on file. */
    private static Taking taking(Typed typed, Money amount) {
        String by = String.valueOf(typed.value("by"));
        int dot = by.indexOf('.');
        String tender = dot < 0 ? by : by.substring(0, dot);
        UUID which = dot < 0 ? null : id(by.substring(dot + 1));
        if (tender.equals(Tender.GIFT_CARD)) {
            return new Taking(tender, null, amount, null, TypedCode.of(typed));
        }
        return tender.equals(Tender.CARD_ON_FILE)
                ? new Taking(tender, null, amount, null, String.valueOf(which))
                : new Taking(tender, which, amount, null, null);
    }

    /** All that is owed, or as much of it as there is to pay it with that way. */
    private Money payable(Invoice invoice, Typed typed) {
        GiftCard gift = Tender.GIFT_CARD.equals(typed.value("by")) ? codes.asked(typed) : null;
        Money held = gift == null ? showing.held(invoice).get(typed.value("by")) : gift.balance();
        return held != null && held.isPositive() && held.isLessThan(invoice.payable())
                ? held
                : invoice.payable();
    }

    private static Money amount(View view, Invoice invoice, Typed typed, Money usual) {
        String text = typed.value("amount");
        if (text == null || text.isBlank()) {
            return usual;
        }
        try {
            String plain = MoneyText.decimal(text, invoice.unit(), view.locale()).strip();
            var amount = new BigDecimal(plain);
            if (amount.precision() - amount.scale() > 15) {
                throw new Invalid("amount", "too_large", 100_000_000);
            }
            return Money.of(invoice.unit(), amount, RoundingMode.UNNECESSARY);
        } catch (NumberFormatException | ArithmeticException e) {
            throw new Invalid("amount", "format");
        }
    }

    private static @Nullable UUID id(@Nullable String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Invalid named(Invalid invalid) {
        return new Invalid(
                invalid.problems().stream()
                        .map(p ->
                                new Problem(
                                        p.field().equals(TypedCode.FIELD)
                                                ? p.field()
                                                : p.field().startsWith("payments[")
                                                        ? "amount"
                                                        : "comment",
                                        p.code(),
                                        p.args()))
                        .toList());
    }

    /** Lets go of a payment that waits for its customer. */
    @PostMapping("/payments/{waiting}/cancellation")
    @Requires(Permission.SALE_EDIT)
    Object letGo(View view, @PathVariable("waiting") UUID id) {
        Payment payment = charges.letGo(id);
        boolean tooLate = payment.state() == PaymentState.TAKEN;
        return view.redirect(
                "/invoices/" + payment.invoiceId(),
                Toast.of(tooLate ? "sales.paid" : "sales.card.let_go"));
    }

    /** Says that somebody at the desk knows of a dispute. */
    @PostMapping("/payments/{disputed}/dispute")
    @Requires(Permission.SALE_REFUND)
    Object seen(View view, @PathVariable("disputed") UUID id) {
        Payment payment = charges.seen(id);
        return view.redirect(
                "/invoices/" + payment.invoiceId(), Toast.of("sales.card.dispute.noted"));
    }
}
