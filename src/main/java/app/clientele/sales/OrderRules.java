package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.ledger.gifts.GiftWish;
import app.clientele.sales.Order.OrderLine;
import app.clientele.sales.OrderDetails.Discount;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.Pricing.Offer;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Permission;
import app.clientele.shared.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may stand in an order, and what it costs: found out here, whatever was sent. */
@Component
class OrderRules {
    private final Pricing pricing;
    private final GiftSales gifts;
    private final Covers covers;

    OrderRules(Pricing pricing, GiftSales gifts, Covers covers) {
        this.pricing = pricing;
        this.gifts = gifts;
        this.covers = covers;
    }

    /** A line whose every question is answered. */
    record Checked(
            UUID id,
            Offer offer,
            int quantity,
            @Nullable Money price,
            String source,
            @Nullable String reason,
            @Nullable UUID by,
            @Nullable Discount discount,
            @Nullable UUID discountBy,
            @Nullable GiftWish gift,
            boolean declined,
            int units) {
        /** As it is paid by what the customer has. */
        Checked covered(String cover, Cover.Covering found) {
            return new Checked(
                    id,
                    offer,
                    quantity,
                    found.price(),
                    cover,
                    found.name(),
                    null,
                    discount,
                    discountBy,
                    gift,
                    declined,
                    found.units());
        }
    }

    /** All lines, priced; who bears a discount was asked. */
    List<Checked> check(OrderDetails details, @Nullable Order present, String currency) {
        Validation.check(details);
        var against = OrderTerms.Against.of(details, present, currency);
        List<Checked> lines = new ArrayList<>();
        for (int i = 0; i < details.wanted().size(); i++) {
            Checked line = check("lines[" + i + "]", details.wanted().get(i), against);
            if (line != null) {
                lines.add(line);
            }
        }
        OrderTerms.checkDiscount("discount", details.discount(), null, against);
        OrderTerms.checkTips(details, against);
        if (!against.problems().isEmpty()) {
            throw new Invalid(against.problems());
        }
        Discount before = present == null ? null : present.discount();
        OrderTerms.permit(details.discount(), before, Permission.SALE_DISCOUNT);
        return lines;
    }

    private @Nullable Checked check(String field, LineDetails wanted, OrderTerms.Against against) {
        long named =
                Stream.of(
                                wanted.appointmentId(),
                                wanted.serviceId(),
                                wanted.productId(),
                                wanted.gift(),
                                wanted.feeId(),
                                wanted.chargeId(),
                                wanted.packageId())
                        .filter(Objects::nonNull)
                        .count();
        if (named != 1) {
            against.problems().add(new Problem(field, "one_thing"));
            return null;
        }
        OrderLine before = against.line(wanted);
        if (wanted.gift() != null) {
            return gift(field, wanted, wanted.gift(), before, against);
        }
        Offer offer = pricing.offer(wanted, against.customer()).orElse(null);
        if (offer == null || wanted.id() != null && before == null) {
            against.problems().add(new Problem(field, "line_unknown"));
            return null;
        }
        if (wanted.staffId() != null && offer.staff() == null) {
            against.problems().add(new Problem(field + ".staffId", "staff_unknown"));
        }
        if (offer.pack() != null && against.customer() == null) {
            against.problems().add(new Problem("customerId", "package_of_nobody"));
        }
        return priced(field, wanted, before, offer, against);
    }

    /** One card, and no tax: it is due when somebody is served for it. */
    private @Nullable Checked gift(
            String field,
            LineDetails wanted,
            GiftWish wish,
            @Nullable OrderLine before,
            OrderTerms.Against against) {
        if (wanted.id() != null && before == null) {
            against.problems().add(new Problem(field, "line_unknown"));
            return null;
        }
        return gifts.offer(field + ".gift.", wish, against.currency(), against.problems())
                .map(offer -> priced(field, wanted, before, offer, against))
                .orElse(null);
    }

    private Checked priced(
            String field,
            LineDetails wanted,
            @Nullable OrderLine before,
            Offer offer,
            OrderTerms.Against against) {
        boolean many = wanted.serviceId() != null || wanted.productId() != null;
        int quantity = many && offer.appointment() == null ? wanted.times() : 1;
        Money typed =
                before != null
                                && before.isCovered()
                                && Objects.equals(wanted.price(), before.price())
                        ? null
                        : wanted.price();
        Checked line =
                settled(wanted, typed, before, offer, usual(offer, against.currency()), quantity);
        if (line.source().equals("own")) {
            OrderTerms.checkOwn(field, line, offer, before, against);
        }
        Money gross = line.price() == null ? null : line.price().multipliedBy(quantity);
        OrderTerms.checkDiscount(field + ".discount", wanted.discount(), gross, against);
        OrderTerms.permit(
                wanted.discount(),
                before == null ? null : before.discount(),
                Permission.SALE_DISCOUNT);
        return covers.cover(line, wanted, against);
    }

    /** What they pay, if it is in the order's currency. */
    private static @Nullable Money usual(Offer offer, String currency) {
        Money price = offer.price();
        return price == null || !price.getCurrencyUnit().getCode().equals(currency) ? null : price;
    }

    private static Checked settled(
            LineDetails wanted,
            @Nullable Money price,
            @Nullable OrderLine before,
            Offer offer,
            @Nullable Money usual,
            int quantity) {
        UUID id = before == null ? Ids.next() : before.id();
        UUID me = Caller.current().actor();
        boolean same = before != null && Discount.same(wanted.discount(), before.discount());
        UUID discountBy =
                wanted.discount() == null
                        ? null
                        : same ? requireNonNull(before).discountById() : me;
        if (price == null || price.equals(usual)) {
            return new Checked(
                    id,
                    offer,
                    quantity,
                    usual,
                    offer.source(),
                    offer.reason(),
                    offer.by(),
                    wanted.discount(),
                    discountBy,
                    wanted.gift(),
                    wanted.isDeclined(),
                    0);
        }
        boolean kept = before != null && price.equals(before.price());
        return new Checked(
                id,
                offer,
                quantity,
                price,
                kept ? requireNonNull(before).priceSource() : "own",
                wanted.priceReason(),
                kept ? requireNonNull(before).priceById() : me,
                wanted.discount(),
                discountBy,
                wanted.gift(),
                wanted.isDeclined(),
                0);
    }
}
