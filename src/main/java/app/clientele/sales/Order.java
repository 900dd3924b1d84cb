package app.clientele.sales;

import app.clientele.ledger.gifts.GiftWish;
import app.clientele.sales.OrderDetails.Discount;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody buys, as it stands.
 *
 * @param customer their name; absent when nobody is known, or they were erased
 * @param exempt why they pay no tax, if they don't
 * @param totals what it comes to; while a price is missing, without that line
 * @param invoiceId once it is issued
 */
public record Order(
        UUID id,
        @Nullable UUID customerId,
        @Nullable String customer,
        UUID branchId,
        String branch,
        Status status,
        String currency,
        List<OrderLine> lines,
        @Nullable Discount discount,
        List<TipGiven> tips,
        @Nullable String exempt,
        Totals totals,
        @Nullable String note,
        @Nullable UUID invoiceId,
        String createdVia,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    /** Refusals of a checkout because somebody else used what was to pay for a line. */
    public static final Set<String> GONE = Set.of("credit_gone", "points_gone");

    /** How far an order has come. */
    public enum Status {
        /** May be changed. */
        DRAFT,
        /** There is an invoice. */
        ISSUED,
        /** Nothing came of it. */
        DISCARDED;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One thing bought.
     *
     * @param listPrice what everybody pays for one; absent when it is on request
     * @param price for one; absent while nobody has said it
     * @param priceSource where it comes from: list, agreed with the customer, booked, own; or by
     *     what they have it costs less: member, credit, points
     * @param priceBy who allowed another price
     * @param declined whether it is paid for although there is something to use for it
     * @param units how much of what they have is used for it
     * @param amount with all discounts
     */
    public record OrderLine(
            UUID id,
            String kind,
            @Nullable UUID appointmentId,
            @Nullable UUID serviceId,
            @Nullable UUID productId,
            @Nullable UUID staffId,
            @Nullable String staff,
            String name,
            int quantity,
            @Nullable Money listPrice,
            @Nullable Money price,
            String priceSource,
            @Nullable String priceReason,
            @JsonIgnore @Nullable UUID priceById,
            @Nullable String priceBy,
            @Nullable Discount discount,
            @JsonIgnore @Nullable UUID discountById,
            @Nullable UUID taxRateId,
            @JsonIgnore Reckoning.@Nullable Tax tax,
            @Nullable GiftWish gift,
            @Nullable UUID feeId,
            @Nullable UUID chargeId,
            @Nullable UUID packageId,
            boolean declined,
            int units,
            @Nullable Money amount) {
        /** Whether its price stands only as long as the customer has something to use for it. */
        @JsonIgnore
        public boolean isCovered() {
            return !List.of("list", "agreed", "booked", "own").contains(priceSource);
        }

        OrderLine with(@Nullable Money reckoned) {
            return new OrderLine(
                    id,
                    kind,
                    appointmentId,
                    serviceId,
                    productId,
                    staffId,
                    staff,
                    name,
                    quantity,
                    listPrice,
                    price,
                    priceSource,
                    priceReason,
                    priceById,
                    priceBy,
                    discount,
                    discountById,
                    taxRateId,
                    tax,
                    gift,
                    feeId,
                    chargeId,
                    packageId,
                    declined,
                    units,
                    reckoned);
        }

        LineDetails details() {
            return new LineDetails(
                    id,
                    appointmentId,
                    appointmentId == null ? serviceId : null,
                    productId,
                    staffId,
                    quantity,
                    price,
                    priceReason,
                    discount,
                    gift,
                    feeId,
                    chargeId,
                    packageId,
                    declined);
        }
    }

    /** For a colleague, on top. */
    public record TipGiven(UUID staffId, String staff, Money amount) {}

    /** What it comes to. */
    public record Totals(
            Money subtotal,
            Money discount,
            List<Reckoning.TaxPart> taxes,
            Money net,
            Money tax,
            Money tips,
            Money total) {
        static Totals of(Reckoning r) {
            return new Totals(
                    r.subtotal(), r.discount(), r.taxes(), r.net(), r.tax(), r.tips(), r.total());
        }
    }

    /** Whether it can be checked out: there is something, and all of it has a price. */
    @JsonIgnore
    public boolean isReady() {
        return status == Status.DRAFT
                && !lines.isEmpty()
                && lines.stream().allMatch(l -> l.price() != null);
    }

    @JsonIgnore
    public CurrencyUnit unit() {
        return CurrencyUnit.of(currency);
    }

    /** What may be changed about it. */
    public OrderDetails details() {
        return new OrderDetails(
                customerId,
                branchId,
                lines.stream().map(OrderLine::details).toList(),
                discount,
                tips.stream().map(t -> new OrderDetails.Tip(t.staffId(), t.amount())).toList(),
                note);
    }

    /** What it comes to, line by line. */
    Reckoning reckon() {
        CurrencyUnit unit = unit();
        Money zero = Money.zero(unit);
        List<Reckoning.Item> items =
                lines.stream()
                        .map(l ->
                                new Reckoning.Item(
                                        l.price() == null ? zero : l.price(),
                                        l.quantity(),
                                        cut(l.discount()),
                                        l.tax()))
                        .toList();
        Money tipped =
                tips.stream().map(TipGiven::amount).reduce(zero, (one, other) -> one.plus(other));
        return Reckoning.of(unit, items, cut(discount), tipped, exempt != null);
    }

    private static Reckoning.Cut cut(@Nullable Discount discount) {
        return discount == null ? Reckoning.Cut.NONE : discount.cut();
    }

    static @Nullable Discount discount(
            @Nullable BigDecimal percent, @Nullable Money amount, @Nullable String reason) {
        return percent == null && amount == null ? null : new Discount(percent, amount, reason);
    }
}
