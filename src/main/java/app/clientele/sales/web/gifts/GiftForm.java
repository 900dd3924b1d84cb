package app.clientele.sales.web.gifts;

import app.clientele.ledger.gifts.GiftSettings.Offer;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.site.FormErrors;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The form of a gift card: sold in an order, or given for nothing.
 *
 * @param order in which it is sold; absent when it is given
 * @param action where it is sent
 * @param back where it was begun
 * @param services those that have a price
 */
public record GiftForm(
        View view,
        @Nullable UUID order,
        String action,
        String back,
        CurrencyUnit unit,
        Offer offer,
        List<Option> services,
        Typed typed,
        FormErrors errors) {
    private static final List<String> PLAIN =
            List.of(
                    "serviceId",
                    "customerId",
                    "recipientName",
                    "recipientEmail",
                    "message",
                    "deliverOn",
                    "expiresOn");

    GiftForm with(Typed other, FormErrors found) {
        return new GiftForm(view, order, action, back, unit, offer, services, other, found);
    }

    public boolean given() {
        return order == null;
    }

    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    /** The amounts one is usually sold for, as one types them. */
    public List<String> amounts() {
        return offer.amounts().stream().map(m -> MoneyText.amount(m, view.locale())).toList();
    }

    public String worth(Money money) {
        return view.formats().money(money);
    }

    /** What was typed, under the names of the command. */
    MultiValueMap<String, String> fields(String prefix) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        String amount = typed.value("amount");
        if (amount != null && !amount.isBlank()) {
            fields.set(prefix + "value.amount", MoneyText.decimal(amount, unit, view.locale()));
            fields.set(prefix + "value.currency", unit.getCode());
        }
        for (String name : PLAIN) {
            String text = typed.value(name);
            if (text != null && !text.isBlank()) {
                fields.set(prefix + name, text);
            }
        }
        return fields;
    }

    /** The same problems under the names of the form's fields. */
    static Invalid named(Invalid invalid) {
        return new Invalid(
                invalid.problems().stream()
                        .map(p -> new Problem(name(p.field()), p.code(), p.args()))
                        .toList());
    }

    private static String name(String field) {
        String own = field.replaceFirst("^(lines\\[\\d+]\\.)?(gift\\.?)?", "");
        return own.startsWith("value") ? "amount" : own;
    }
}
