package app.clientele.customers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Units of body weight; kept as grams, told in the unit it was given in. */
public enum WeightUnit {
    KG("1000"),
    LB("453.59237"),
    ST("6350.29318");

    /** As the table has it. */
    private static final BigDecimal MOST_GRAMS = new BigDecimal(1_000_000);

    private final BigDecimal grams;

    WeightUnit(String grams) {
        this.grams = new BigDecimal(grams);
    }

    public static WeightUnit of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** The most that is kept, in a unit of this name; nothing when there is none. */
    static @Nullable BigDecimal most(@Nullable String wireName) {
        return Arrays.stream(values())
                .filter(u -> u.wireName().equals(wireName))
                .findFirst()
                .map(u -> MOST_GRAMS.divide(u.grams, 1, RoundingMode.DOWN))
                .orElse(null);
    }

    private String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    int grams(BigDecimal value) {
        return value.multiply(grams).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** To one decimal. */
    public BigDecimal value(int inGrams) {
        return new BigDecimal(inGrams).divide(grams, 1, RoundingMode.HALF_UP);
    }
}
