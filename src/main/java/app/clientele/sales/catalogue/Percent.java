package app.clientele.sales.catalogue;

import app.clientele.shared.Invalid.Problem;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Percentages: exact, with at most four decimals, from 0 to 100. */
public final class Percent {
    public static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int DECIMALS = 4;

    private Percent() {}

    /** What is wrong with one, if it was given. */
    public static Optional<Problem> problem(String field, @Nullable BigDecimal percent) {
        if (percent == null) {
            return Optional.empty();
        }
        if (percent.signum() < 0) {
            return Optional.of(new Problem(field, "too_small", 0));
        }
        if (percent.compareTo(ALL) > 0) {
            return Optional.of(new Problem(field, "too_large", 100));
        }
        return percent.stripTrailingZeros().scale() > DECIMALS
                ? Optional.of(new Problem(field, "percent"))
                : Optional.empty();
    }

    /** Without zeros at its end, as one writes it. */
    public static BigDecimal plain(BigDecimal percent) {
        BigDecimal stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
