package app.clientele.customers.web;

import app.clientele.customers.Weights.Weighing;
import app.clientele.site.View;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A customer's weighings as a card shows them.
 *
 * @param weighings newest first
 */
public record WeightChart(
        View view, UUID customer, boolean editable, LocalDate today, List<Weighing> weighings) {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 64;
    private static final int MARGIN = 6;

    /** A point of the line. */
    public record Point(double x, double y) {}

    public String path() {
        return "/customers/" + customer + "/weights";
    }

    public String told(Weighing weighing) {
        return WeightWords.told(view, weighing.value(), weighing.unit());
    }

    /** Those listed below the chart. */
    public List<Weighing> latest() {
        return weighings.stream().limit(3).toList();
    }

    public boolean drawn() {
        return weighings.size() > 1;
    }

    /** Days go to the right, weight goes up. */
    public List<Point> points() {
        var first = weighings.getLast().date();
        var days = Math.max(1, ChronoUnit.DAYS.between(first, weighings.getFirst().date()));
        var low = weighings.stream().mapToInt(Weighing::grams).min().orElse(0);
        var high = weighings.stream().mapToInt(Weighing::grams).max().orElse(0);
        var range = Math.max(1, high - low);
        return weighings.reversed().stream()
                .map(w ->
                        new Point(
                                MARGIN
                                        + (WIDTH - 2.0 * MARGIN)
                                                * ChronoUnit.DAYS.between(first, w.date())
                                                / days,
                                HEIGHT
                                        - MARGIN
                                        - (HEIGHT - 2.0 * MARGIN) * (w.grams() - low) / range))
                .toList();
    }

    /** The line as SVG's {@code points}. */
    public String line() {
        return points().stream()
                .map(p -> String.format(Locale.ROOT, "%.1f,%.1f", p.x(), p.y()))
                .collect(Collectors.joining(" "));
    }

    public Point end() {
        return points().getLast();
    }

    /** The same as a sentence, for those who hear it. */
    public String spoken() {
        return view.t(
                "profile.weight.chart",
                weighings.size(),
                told(weighings.getLast()),
                view.date(weighings.getLast().date()),
                told(weighings.getFirst()),
                view.date(weighings.getFirst().date()));
    }
}
