package app.clientele.demo;

import app.clientele.customers.CustomerDetails.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Weighings over a slimming programme: down on the whole, up at New Year. */
public final class DemoWeights {
    private final Chance chance;
    private final LocalDate today;

    public DemoWeights(long seed, LocalDate today) {
        this.chance = new Chance(seed);
        this.today = today;
    }

    /** One customer's weighings, the first one first: for most there are none. */
    public List<Weight> next() {
        if (!chance.percent(22)) {
            return List.of();
        }
        List<Weight> weights = new ArrayList<>();
        int kilos = chance.between(62, 118);
        double weight = kilos;
        LocalDate date = today.minusDays(chance.between(40, 620));
        while (date.isBefore(today)) {
            weights.add(new Weight(round(weight), "kg", date));
            weight = Math.max(kilos * 0.78, weight + chance.between(-22, 9) / 10.0 + feast(date));
            date = date.plusDays(chance.between(13, 45));
        }
        return weights;
    }

    private static double feast(LocalDate date) {
        return date.getMonthValue() == 12 ? 1.4 : 0;
    }

    private static BigDecimal round(double kilos) {
        return BigDecimal.valueOf(kilos).setScale(1, RoundingMode.HALF_UP);
    }
}
