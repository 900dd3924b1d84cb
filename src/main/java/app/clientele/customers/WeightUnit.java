package app.clientele.customers;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Units of body weight; kept as grams, told in the unit it was given in. */
enum WeightUnit {
    KG("1000"),
    LB("453.59237"),
    ST("6350.29318");

    private final BigDecimal grams;

    WeightUnit(String grams) {
        this.grams = new BigDecimal(grams);
    }

    static WeightUnit of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    int grams(BigDecimal value) {
        return value.multiply(grams).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** To one decimal. */
    BigDecimal value(int inGrams) {
        return new BigDecimal(inGrams).divide(grams, 1, RoundingMode.HALF_UP);
    }
}
