package app.clientele.sales.web;

import app.clientele.business.Branches.Branch;
import app.clientele.customers.notes.Alert;
import app.clientele.gateway.CardOnFile;
import app.clientele.ledger.gifts.GiftCard;
import app.clientele.sales.Iou;
import app.clientele.sales.Order;
import app.clientele.sales.Order.OrderLine;
import app.clientele.sales.Order.TipGiven;
import app.clientele.sales.Tender;
import app.clientele.sales.catalogue.OwnTenders.OwnTender;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an order is put together and paid.
 *
 * @param typed what is typed into the order
 * @param paying what is typed into the payment
 * @param gift the card whose code is typed there, once it was looked up
 * @param submission tells one sending of the payment from the next
 */
public record OrderPage(
        View view,
        Order order,
        Typed typed,
        Typed paying,
        FormErrors errors,
        Choices choices,
        @Nullable GiftCard gift,
        UUID submission) {
    /**
     * What there is to choose from, what is owed from earlier, and what nobody may overlook.
     *
     * @param held what there is to pay with, of tenders that have an end
     * @param deposit what is left of what was paid before the visit; it stands among the credit
     */
    public record Choices(
            List<Branch> branches,
            List<String> things,
            List<Tender> tenders,
            Map<String, Money> held,
            Money deposit,
            List<OwnTender> own,
            List<CardOnFile> cards,
            List<Iou> ious,
            List<Alert> alerts) {
        /** Those that are offered by their own name; cards on file are offered one by one. */
        public List<Tender> plain() {
            return tenders.stream()
                    .filter(t -> !t.named() && !t.byCode())
                    .filter(t -> !t.code().equals(Tender.CARD_ON_FILE))
                    .toList();
        }
    }

    public String path() {
        return "/orders/" + order.id();
    }

    public String title() {
        return order.customer() == null
                ? view.t("sales.order")
                : view.t("sales.order.of", order.customer());
    }

    public String back() {
        return order.customerId() == null
                ? "/sales/invoices"
                : "/customers/" + order.customerId() + "/invoices";
    }

    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public List<Option> branches() {
        return choices.branches().stream()
                .map(b -> new Option(b.id().toString(), b.name()))
                .toList();
    }

    public boolean mayDiscount() {
        return view.may(Permission.SALE_DISCOUNT);
    }

    /** Whether the price of a line may be typed: always where there is none. */
    public boolean mayPrice(OrderLine line) {
        return view.may(Permission.SALE_PRICE) || line.listPrice() == null;
    }

    /** Whether a line differs from what everybody pays, so that its details stand open. */
    public boolean differs(int row, OrderLine line) {
        return line.price() == null
                || line.discount() != null
                || line.priceSource().equals("own")
                || errors.byField().keySet().stream()
                        .anyMatch(f -> f.startsWith("lines[" + row + "]"));
    }

    /** Who may be tipped: whoever did something of it, or is tipped already. */
    public Map<UUID, String> tipped() {
        Map<UUID, String> staff = new LinkedHashMap<>();
        for (OrderLine line : order.lines()) {
            if (line.staffId() != null && line.staff() != null) {
                staff.put(line.staffId(), line.staff());
            }
        }
        for (TipGiven tip : order.tips()) {
            staff.put(tip.staffId(), tip.staff());
        }
        return staff;
    }

    public String money(Money money) {
        return view.formats().money(money);
    }

    /** Whether all that is due can be paid with it. */
    public boolean covers(Tender tender) {
        Money held = choices.held().get(tender.code());
        return held == null || !held.isLessThan(due());
    }

    /** Those that pay only some of it. */
    public List<Tender> some() {
        return choices.plain().stream().filter(t -> !covers(t)).toList();
    }

    /** What there is to pay with. */
    public @Nullable String held(Tender tender) {
        Money held = choices.held().get(tender.code());
        return held == null ? null : view.t("sales.pay.held", money(held));
    }

    public String field(Money money) {
        return MoneyText.amount(money, view.locale());
    }

    /** With what is owed from earlier. */
    public Money due() {
        return choices.ious().stream()
                .map(Iou::owed)
                .filter(m -> m.getCurrencyUnit().equals(order.unit()))
                .reduce(order.totals().total(), Money::plus);
    }

    /** Whether a code was looked up, and nothing else asked for yet. */
    public boolean looked() {
        return gift != null || errors.get(TypedCode.FIELD) != null;
    }

    /** What a gift card pays of it. */
    public Money giftPart(GiftCard card) {
        return card.balance().isLessThan(due()) ? card.balance() : due();
    }

    /** Whether it is paid by what they have, and may be paid for otherwise. */
    public boolean declinable(OrderLine line) {
        return line.isCovered() && line.units() > 0;
    }

    /** Why a line costs something else, in words. */
    public String source(OrderLine line) {
        if (line.isCovered()) {
            return view.t(
                    "sales.price." + line.priceSource(),
                    line.priceSource().equals("points") ? line.units() : line.priceReason());
        }
        return line.priceBy() == null
                ? view.t("sales.price." + line.priceSource())
                : view.t(
                        "sales.price.by",
                        view.t("sales.price." + line.priceSource()),
                        line.priceBy());
    }
}
