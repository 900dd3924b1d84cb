package app.clientele.sales;

import app.clientele.business.Businesses;
import app.clientele.ledger.gifts.GiftAccounts;
import app.clientele.ledger.gifts.GiftAccounts.Origin;
import app.clientele.ledger.gifts.GiftCard;
import app.clientele.ledger.gifts.GiftWish;
import app.clientele.ledger.gifts.GiftWishes;
import app.clientele.ledger.gifts.GiftWishes.Worth;
import app.clientele.messages.Languages;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Checkouts.Taking;
import app.clientele.sales.Order.OrderLine;
import app.clientele.sales.Pricing.Offer;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Refused;
import app.clientele.site.Texts;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gift cards as something that is sold. */
@Component
class GiftSales {
    static final String KIND = "gift_card";

    private final GiftWishes wishes;
    private final GiftAccounts accounts;
    private final Businesses businesses;
    private final Texts texts;

    GiftSales(GiftWishes wishes, GiftAccounts accounts, Businesses businesses, Texts texts) {
        this.wishes = wishes;
        this.accounts = accounts;
        this.businesses = businesses;
        this.texts = texts;
    }

    /** What a line with a gift card costs: what the card is worth, and no tax. */
    Optional<Offer> offer(String field, GiftWish wish, String currency, List<Problem> problems) {
        return wishes.worth(field, wish, currency, problems)
                .map(worth ->
                        new Offer(
                                KIND,
                                null,
                                null,
                                null,
                                null,
                                name(worth),
                                worth.value(),
                                worth.value(),
                                "list",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null));
    }

    private String name(Worth worth) {
        var locale = Languages.of(null, businesses.current());
        return worth.service() == null
                ? texts.text(locale, "gifts.line")
                : texts.text(locale, "gifts.line.service", worth.service());
    }

    /** Makes the cards an order sells; each is worth something once the invoice is paid. */
    void make(Order order, Reckoning reckoned, UUID invoice) {
        for (int i = 0; i < order.lines().size(); i++) {
            OrderLine line = order.lines().get(i);
            if (line.gift() != null) {
                Money price = reckoned.amounts().get(i);
                accounts.make(
                        line.gift(),
                        // what stood in the order when it was agreed on
                        wishes.as(line.gift(), Objects.requireNonNull(line.listPrice())),
                        Origin.sold(line.id(), invoice, order.customerId(), price));
            }
        }
    }

    /**
     * A card, or a deposit, is not paid for with another card, as that would never expire.
     *
     * @throws Refused {@code gift_card_for_gift_card} when more is paid by card than all else costs
     */
    void refuseGiftForGift(Order order, Checkout checkout, Money owedBefore) {
        Money zero = Money.zero(order.unit());
        Money gifts =
                sum(zero, order.lines().stream().filter(GiftSales::isValue).map(OrderLine::amount));
        Money byCard =
                sum(
                        zero,
                        checkout.taken().stream()
                                .filter(t -> Tender.GIFT_CARD.equals(t.tender()))
                                .map(Taking::amount)
                                .filter(a ->
                                        a != null && a.getCurrencyUnit().equals(order.unit())));
        Money rest = owedBefore.plus(order.totals().total()).minus(gifts);
        if (gifts.isPositive() && byCard.isGreaterThan(rest)) {
            throw new Refused("gift_card_for_gift_card");
        }
    }

    /** Whether it is spent later on something else. */
    private static boolean isValue(OrderLine line) {
        return line.gift() != null || line.kind().equals(Deposits.KIND);
    }

    private static Money sum(Money zero, Stream<@Nullable Money> amounts) {
        return amounts.filter(Objects::nonNull).reduce(zero, Money::plus);
    }

    /**
     * What was paid for a card goes back with the card.
     *
     * @throws Refused {@code refund_gift_card_first} when more of an invoice would go back than was
     *     paid for all else
     */
    void refuseForLiveCards(Invoice invoice, Money amount) {
        Money sold = Money.zero(invoice.unit());
        for (GiftCard card : accounts.ofInvoice(invoice.id())) {
            boolean live = card.voidedAt() == null && card.refundedAt() == null;
            sold = live && card.price() != null ? sold.plus(card.price()) : sold;
        }
        Money left = invoice.total().minus(invoice.credited()).minus(amount);
        if (sold.isPositive() && left.isLessThan(sold)) {
            throw new Refused("refund_gift_card_first");
        }
    }
}
