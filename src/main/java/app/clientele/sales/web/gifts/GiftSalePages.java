package app.clientele.sales.web.gifts;

import app.clientele.ledger.gifts.GiftKeeping;
import app.clientele.ledger.gifts.GiftKeeping.Giving;
import app.clientele.ledger.gifts.GiftWish;
import app.clientele.sales.Order;
import app.clientele.sales.OrderDetails;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.Orders;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Puts a gift card into an order, or gives one for nothing. */
@Controller
@Requires(Permission.SALE_VIEW)
class GiftSalePages {
    private static final String GIVE = "/gift-cards/new";

    private final Orders orders;
    private final GiftKeeping keeping;
    private final GiftForms forms;
    private final Input input;
    private final Templates templates;

    GiftSalePages(
            Orders orders, GiftKeeping keeping, GiftForms forms, Input input, Templates templates) {
        this.orders = orders;
        this.keeping = keeping;
        this.forms = forms;
        this.input = input;
        this.templates = templates;
    }

    private GiftForm selling(View view, Order order) {
        String path = "/orders/" + order.id();
        GiftForm form = forms.begun(view, order.id(), path + "/gift-card", path);
        return form.with(form.typed().with("_version", order.version()), FormErrors.none());
    }

    @GetMapping("/orders/{id}/gift-card")
    @Requires(Permission.SALE_EDIT)
    JteModel sell(View view, @PathVariable UUID id) {
        return templates.giftsForm(selling(view, orders.get(id)));
    }

    @PostMapping("/orders/{id}/gift-card")
    @Requires(Permission.SALE_EDIT)
    Object sell(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Order order = orders.get(id);
        GiftForm form = selling(view, order).with(new Typed(fields), FormErrors.none());
        try {
            GiftWish wish = input.form(form.fields(""), GiftWish.class);
            orders.change(id, more(order.details(), wish), form.typed().version());
            return view.redirect("/orders/" + id);
        } catch (Invalid e) {
            return view.invalid(again(form, FormErrors.of(view, GiftForm.named(e))));
        } catch (Stale e) {
            return view.status(HttpStatus.CONFLICT, again(form, Overtaken.errors(view, e)));
        } catch (Refused e) {
            return view.status(HttpStatus.CONFLICT, again(form, FormErrors.of(view, e)));
        }
    }

    private JteModel again(GiftForm form, FormErrors errors) {
        return templates.giftsForm(form.with(form.typed(), errors));
    }

    private static OrderDetails more(OrderDetails order, GiftWish wish) {
        List<LineDetails> lines =
                new ArrayList<>(order.lines() == null ? List.of() : order.lines());
        lines.add(LineDetails.of(wish));
        return new OrderDetails(
                order.customerId(),
                order.branchId(),
                lines,
                order.discount(),
                order.tips(),
                order.note());
    }

    private GiftForm giving(View view) {
        return forms.begun(view, null, GIVE, "/gift-cards");
    }

    @GetMapping(GIVE)
    @Requires(Permission.VALUE_EDIT)
    JteModel give(View view) {
        GiftForm form = giving(view);
        return templates.giftsForm(
                form.with(form.typed().with("submissionId", UUID.randomUUID()), FormErrors.none()));
    }

    @PostMapping(GIVE)
    @Requires(Permission.VALUE_EDIT)
    Object give(View view, @RequestParam MultiValueMap<String, String> fields) {
        GiftForm form = giving(view).with(new Typed(fields), FormErrors.none());
        try {
            var named = form.fields("gift.");
            named.set("reason", Objects.requireNonNullElse(fields.getFirst("reason"), ""));
            String submission = fields.getFirst("submissionId");
            if (submission != null) {
                named.set("submissionId", submission);
            }
            var card = keeping.give(input.form(named, Giving.class));
            return view.redirect("/gift-cards/" + card.id(), Toast.of("gifts.given"));
        } catch (Invalid e) {
            return view.invalid(again(form, FormErrors.of(view, GiftForm.named(e))));
        }
    }
}
