package app.clientele.sales.web;

import app.clientele.ledger.gifts.GiftWish;
import app.clientele.sales.Order;
import app.clientele.sales.Order.OrderLine;
import app.clientele.sales.OrderDetails.Discount;
import app.clientele.site.MoneyText;
import app.clientele.site.Typed;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** An order as the fields of its page, and back. A discount is typed as 10 % or as an amount. */
final class OrderForm {
    private final Order order;
    private final Locale locale;

    OrderForm(Order order, Locale locale) {
        this.order = order;
        this.locale = locale;
    }

    /** As it stands. */
    Typed begun() {
        Typed typed =
                Typed.nothing()
                        .with("customerId", order.customerId())
                        .with("branchId", order.branchId())
                        .with("note", order.note())
                        .with("discount", discount(order.discount()))
                        .with("discountReason", reason(order.discount()))
                        .with("_version", order.version())
                        .with("_line", order.lines().stream().map(OrderLine::id).toList());
        for (OrderLine line : order.lines()) {
            typed =
                    typed.with("quantity." + line.id(), line.quantity())
                            .with("price." + line.id(), amount(line.price()))
                            .with(
                                    "priceReason." + line.id(),
                                    line.isCovered() ? null : line.priceReason())
                            .with("discount." + line.id(), discount(line.discount()))
                            .with("discountReason." + line.id(), reason(line.discount()));
        }
        for (Order.TipGiven tip : order.tips()) {
            typed = typed.with("_tip." + tip.staffId(), amount(tip.amount()));
        }
        return typed;
    }

    private @Nullable String amount(@Nullable Money money) {
        return money == null ? null : MoneyText.amount(money, locale);
    }

    private @Nullable String discount(@Nullable Discount discount) {
        if (discount == null) {
            return null;
        }
        return discount.percent() == null
                ? amount(discount.amount())
                : discount.percent().toPlainString() + " %";
    }

    private static @Nullable String reason(@Nullable Discount discount) {
        return discount == null ? null : discount.reason();
    }

    /** What was typed, as the fields of the command. */
    MultiValueMap<String, String> fields(Typed typed) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        put(fields, "customerId", typed.value("customerId"));
        put(fields, "branchId", typed.value("branchId"));
        put(fields, "note", typed.value("note"));
        discount(fields, "discount", typed.value("discount"), typed.value("discountReason"));
        int row = 0;
        for (OrderLine line : kept(typed)) {
            line(fields, "lines[" + row++ + "].", line, typed);
        }
        added(fields, "lines[" + row + "].", typed);
        tips(fields, typed);
        return fields;
    }

    /** Those that are still wanted, in their order. */
    List<OrderLine> kept(Typed typed) {
        String removed = typed.value("_remove");
        return order.lines().stream().filter(l -> !l.id().toString().equals(removed)).toList();
    }

    private void line(
            MultiValueMap<String, String> fields, String row, OrderLine line, Typed typed) {
        put(fields, row + "id", line.id().toString());
        put(fields, row + "appointmentId", text(line.appointmentId()));
        put(
                fields,
                row + "serviceId",
                line.appointmentId() == null ? text(line.serviceId()) : null);
        put(fields, row + "productId", text(line.productId()));
        put(fields, row + "staffId", text(line.staffId()));
        gift(fields, row + "gift.", line.gift());
        put(fields, row + "feeId", text(line.feeId()));
        put(fields, row + "chargeId", text(line.chargeId()));
        put(fields, row + "packageId", text(line.packageId()));
        put(fields, row + "declined", String.valueOf(declined(line, typed)));
        put(fields, row + "quantity", typed.value("quantity." + line.id()));
        String price = typed.value("price." + line.id());
        money(fields, row + "price", price == null ? amount(line.price()) : price);
        put(fields, row + "priceReason", typed.value("priceReason." + line.id()));
        discount(
                fields,
                row + "discount",
                typed.value("discount." + line.id()),
                typed.value("discountReason." + line.id()));
    }

    /** Whether it is paid for otherwise: as it stands, unless the button beside it was pressed. */
    private static boolean declined(OrderLine line, Typed typed) {
        String id = line.id().toString();
        return id.equals(typed.value("_decline"))
                || line.declined() && !id.equals(typed.value("_use"));
    }

    /** Typed on a page of its own; kept as it is here. */
    private static void gift(
            MultiValueMap<String, String> fields, String row, @Nullable GiftWish gift) {
        if (gift == null) {
            return;
        }
        if (gift.value() != null) {
            put(fields, row + "value.amount", gift.value().getAmount().toPlainString());
            put(fields, row + "value.currency", gift.value().getCurrencyUnit().getCode());
        }
        put(fields, row + "serviceId", text(gift.serviceId()));
        put(fields, row + "customerId", text(gift.customerId()));
        put(fields, row + "recipientName", gift.recipientName());
        put(fields, row + "recipientEmail", gift.recipientEmail());
        put(fields, row + "message", gift.message());
        put(fields, row + "deliverOn", Objects.toString(gift.deliverOn(), null));
        put(fields, row + "expiresOn", Objects.toString(gift.expiresOn(), null));
    }

    private static void added(MultiValueMap<String, String> fields, String row, Typed typed) {
        put(fields, row + "productId", typed.value("_product"));
        put(fields, row + "serviceId", typed.value("_service"));
        put(fields, row + "packageId", typed.value("_package"));
    }

    private void tips(MultiValueMap<String, String> fields, Typed typed) {
        int row = 0;
        for (String name : typed.fields().keySet()) {
            String amount = typed.value(name);
            if (name.startsWith("_tip.") && amount != null && !amount.isBlank()) {
                put(fields, "tips[" + row + "].staffId", name.substring("_tip.".length()));
                money(fields, "tips[" + row + "].amount", amount);
                row++;
            }
        }
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    private static void put(
            MultiValueMap<String, String> fields, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fields.set(name, value);
        }
    }

    private void money(MultiValueMap<String, String> fields, String name, @Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            fields.set(name + ".amount", MoneyText.decimal(typed, order.unit(), locale));
            fields.set(name + ".currency", order.currency());
        }
    }

    private void discount(
            MultiValueMap<String, String> fields,
            String name,
            @Nullable String typed,
            @Nullable String reason) {
        if (typed == null || typed.isBlank()) {
            return;
        }
        if (typed.contains("%")) {
            String percent = typed.replace("%", "");
            fields.set(
                    name + ".percent",
                    MoneyText.decimal(percent, CurrencyUnit.of("KWD"), locale).strip());
        } else {
            money(fields, name + ".amount", typed);
        }
        put(fields, name + ".reason", reason);
    }
}
