package app.clientele.sales.fees;

import app.clientele.sales.catalogue.Percent;
import app.clientele.shared.Invalid.Problem;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** How much is asked: a share of the visit's price, or an amount. */
final class FeeAmount {
    private FeeAmount() {}

    /** What is wrong with it; exactly one of the two has to be said. */
    static void check(
            @Nullable BigDecimal percent,
            @Nullable Money amount,
            String currency,
            List<Problem> problems) {
        if ((percent == null) == (amount == null)) {
            problems.add(new Problem("percent", "fee_one_amount"));
        }
        Percent.problem("percent", percent).ifPresent(problems::add);
        if (percent != null && percent.signum() == 0) {
            problems.add(new Problem("percent", "fee_nothing"));
        }
        if (amount != null && !amount.getCurrencyUnit().getCode().equals(currency)) {
            problems.add(new Problem("amount", "currency", currency));
        } else if (amount != null && amount.isZero()) {
            problems.add(new Problem("amount", "fee_nothing"));
        }
    }
}
