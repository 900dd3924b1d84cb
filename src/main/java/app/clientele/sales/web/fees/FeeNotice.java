package app.clientele.sales.web.fees;

import app.clientele.calendar.online.BookingNotice;
import app.clientele.calendar.online.Offered;
import app.clientele.sales.fees.FeeRule;
import app.clientele.sales.fees.FeeRules;
import app.clientele.site.View;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Tells whoever books online what may be asked of them. */
class FeeNotice implements BookingNotice {
    private final FeeRules rules;

    FeeNotice(FeeRules rules) {
        this.rules = rules;
    }

    @Override
    public List<String> about(View view, Offered choice) {
        return rules.ofService(choice.serviceId()).stream()
                .filter(r -> fits(r, choice.price()))
                .map(r -> sentence(view, r))
                .distinct()
                .toList();
    }

    /** A share of nothing, or of what is not that dear, is not asked. */
    private static boolean fits(FeeRule rule, @Nullable Money price) {
        if (price == null || price.isZero()) {
            return rule.percent() == null && rule.above() == null;
        }
        Money above = rule.above();
        return above == null || above.isSameCurrency(price) && price.isGreaterThan(above);
    }

    private static String sentence(View view, FeeRule rule) {
        String much = FeeWords.much(view, rule.percent(), rule.amount());
        String asked =
                rule.hours() == null
                        ? view.t("fees.public." + rule.kind().wireName(), much)
                        : view.t("fees.public.hours", much, rule.hours());
        return switch (rule.whom()) {
            case NEW, MISSED -> asked + " " + view.t("fees.public.whom." + rule.whom().wireName());
            case EVERYBODY, ABOVE -> asked;
        };
    }
}
