package app.clientele.sales.web;

import app.clientele.ledger.gifts.GiftCard;
import app.clientele.ledger.gifts.TooManyCodes;
import app.clientele.sales.CardCharges;
import app.clientele.sales.Checkouts;
import app.clientele.sales.Invoice;
import app.clientele.sales.Order;
import app.clientele.sales.Orders;
import app.clientele.sales.Payment;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Overtaken;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An order: paid, or looked at how it would be with a gift card. */
@Controller
@Requires(Permission.SALE_EDIT)
class OrderPayPages {
    private final Orders orders;
    private final Checkouts checkouts;
    private final CardCharges charges;
    private final OrderChoices choices;
    private final TypedCode codes;
    private final Templates templates;

    OrderPayPages(
            Orders orders,
            Checkouts checkouts,
            CardCharges charges,
            OrderChoices choices,
            TypedCode codes,
            Templates templates) {
        this.orders = orders;
        this.checkouts = checkouts;
        this.charges = charges;
        this.choices = choices;
        this.codes = codes;
        this.templates = templates;
    }

    @PostMapping("/orders/{id}/payments")
    Object pay(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Order order = orders.get(id);
        Typed typed = new Typed(fields);
        var form = new PayForm(order, choices.of(order), typed, view.locale());
        try {
            GiftCard gift = codes.typed(typed);
            Invoice invoice = checkouts.pay(id, form.checkout(gift));
            List<Payment> charged = charges.proceed(invoice.id());
            return view.redirect(
                    "/invoices/" + invoice.id(), form.toast(view, charged, codes.left(gift)));
        } catch (Invalid e) {
            return view.invalid(paying(view, id, typed, FormErrors.of(view, form.named(e))));
        } catch (Stale e) {
            return view.status(
                    HttpStatus.CONFLICT, paying(view, id, typed, Overtaken.errors(view, e)));
        } catch (Refused e) {
            lookAgain(order, e);
            String why = e.reasons().stream().map(view::reason).collect(Collectors.joining(" "));
            return view.status(
                    HttpStatus.CONFLICT, paying(view, id, typed, FormErrors.of("", why)));
        } catch (TooManyCodes e) {
            return view.status(
                    HttpStatus.TOO_MANY_REQUESTS, paying(view, id, typed, codes.slow(view, e)));
        }
    }

    /** What was to pay for a line is gone: the order says what it costs without. */
    private void lookAgain(Order order, Refused refused) {
        if (refused.reasons().stream().anyMatch(r -> Order.GONE.contains(r.code()))) {
            orders.change(order.id(), order.details(), order.version());
        }
    }

    /** Looks up the gift card whose code is typed, and shows what it pays. */
    @PostMapping("/orders/{id}/code")
    Object code(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            return templates.salesOrder(
                    paying(view, id, typed, FormErrors.none(), codes.asked(typed)));
        } catch (Invalid e) {
            return view.invalid(paying(view, id, typed, FormErrors.of(view, e)));
        } catch (TooManyCodes e) {
            return view.status(
                    HttpStatus.TOO_MANY_REQUESTS, paying(view, id, typed, codes.slow(view, e)));
        }
    }

    private JteModel paying(View view, UUID id, Typed typed, FormErrors errors) {
        return templates.salesOrder(paying(view, id, typed, errors, null));
    }

    private OrderPage paying(
            View view, UUID id, Typed typed, FormErrors errors, @Nullable GiftCard gift) {
        Order order = orders.get(id);
        return new OrderPage(
                view,
                order,
                new OrderForm(order, view.locale()).begun(),
                typed,
                errors,
                choices.of(order),
                gift,
                UUID.randomUUID());
    }
}
