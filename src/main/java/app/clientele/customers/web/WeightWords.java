package app.clientele.customers.web;

import app.clientele.customers.CustomerDetails.Weight;
import app.clientele.site.View;
import java.math.BigDecimal;
import java.text.NumberFormat;
import org.jspecify.annotations.Nullable;

/** How a body weight is written. */
final class WeightWords {
    private WeightWords() {}

    static String told(View view, Weight weight) {
        return told(view, weight.value(), String.valueOf(weight.unit()));
    }

    static String told(View view, @Nullable BigDecimal value, String unit) {
        NumberFormat format = NumberFormat.getNumberInstance(view.locale());
        format.setMaximumFractionDigits(1);
        return format.format(value == null ? BigDecimal.ZERO : value) + "\u00a0" + unit;
    }
}
