package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.sales.Order.OrderLine;
import app.clientele.sales.OrderDetails.Discount;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.Pricing.Offer;
import app.clientele.sales.catalogue.Percent;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** What may be agreed on in an order: prices of one's own, discounts and tips, and who may. */
final class OrderTerms {
    private OrderTerms() {}

    /**
     * What an order is checked against.
     *
     * @param taken how much of what the customer has is used by the lines so far
     */
    record Against(
            @Nullable Order present,
            @Nullable UUID customer,
            @Nullable UUID branch,
            String currency,
            Map<UUID, Long> taken,
            List<Problem> problems) {
        static Against of(OrderDetails details, @Nullable Order present, String currency) {
            return new Against(
                    present,
                    details.customerId(),
                    details.branchId(),
                    currency,
                    new HashMap<>(),
                    new ArrayList<>());
        }

        @Nullable OrderLine line(LineDetails wanted) {
            return present == null || wanted.id() == null
                    ? null
                    : present.lines().stream()
                            .filter(l -> l.id().equals(wanted.id()))
                            .findFirst()
                            .orElse(null);
        }
    }

    static void permit(
            @Nullable Discount wanted, @Nullable Discount before, Permission permission) {
        if (wanted != null && !Discount.same(wanted, before)) {
            Caller.current().require(permission);
        }
    }

    /**
     * A price of one's own needs a reason and the permission, unless there is none to differ from.
     */
    static void checkOwn(
            String field,
            OrderRules.Checked line,
            Offer offer,
            @Nullable OrderLine before,
            Against against) {
        Money price = requireNonNull(line.price());
        if (!price.getCurrencyUnit().getCode().equals(against.currency())) {
            against.problems().add(new Problem(field + ".price", "currency", against.currency()));
        }
        boolean onRequest = offer.price() == null;
        if (!onRequest && line.reason() == null) {
            against.problems().add(new Problem(field + ".priceReason", "required"));
        }
        boolean kept = before != null && price.equals(before.price());
        if (!onRequest && !kept) {
            Caller.current().require(Permission.SALE_PRICE);
        }
    }

    static void checkDiscount(
            String field, @Nullable Discount discount, @Nullable Money of, Against against) {
        if (discount == null) {
            return;
        }
        if ((discount.percent() == null) == (discount.amount() == null)) {
            against.problems().add(new Problem(field, "percent_or_amount"));
            return;
        }
        Percent.problem(field + ".percent", discount.percent()).ifPresent(against.problems()::add);
        Money amount = discount.amount();
        if (discount.percent() != null && discount.percent().signum() == 0
                || amount != null && amount.isZero()) {
            against.problems().add(new Problem(field, "discount_nothing"));
        }
        if (amount != null && !amount.getCurrencyUnit().getCode().equals(against.currency())) {
            against.problems().add(new Problem(field + ".amount", "currency", against.currency()));
        } else if (amount != null && of != null && amount.isGreaterThan(of)) {
            against.problems().add(new Problem(field + ".amount", "discount_too_large"));
        }
    }

    static void checkTips(OrderDetails details, Against against) {
        List<UUID> seen = new ArrayList<>();
        for (int i = 0; i < details.tipped().size(); i++) {
            OrderDetails.Tip tip = details.tipped().get(i);
            String field = "tips[" + i + "].";
            Money amount = requireNonNull(tip.amount());
            if (!amount.getCurrencyUnit().getCode().equals(against.currency())) {
                against.problems()
                        .add(new Problem(field + "amount", "currency", against.currency()));
            } else if (amount.isZero()) {
                against.problems().add(new Problem(field + "amount", "tip_nothing"));
            }
            if (seen.contains(tip.staffId())) {
                against.problems().add(new Problem(field + "staffId", "taken"));
            }
            seen.add(requireNonNull(tip.staffId()));
        }
    }
}
