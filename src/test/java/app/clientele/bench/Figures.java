package app.clientele.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one run of a work came to.
 *
 * @param processor milliseconds of processor time for each request, server and database
 * @param median time of an answer, in milliseconds; so are p95 and p99
 * @param failed answers that were no success
 */
record Figures(
        double perSecond, double processor, double median, double p95, double p99, long failed) {

    /** The middle one of each figure; failures are added up. */
    static Figures middle(List<Figures> runs) {
        return new Figures(
                middle(runs, Figures::perSecond),
                middle(runs, Figures::processor),
                middle(runs, Figures::median),
                middle(runs, Figures::p95),
                middle(runs, Figures::p99),
                runs.stream().mapToLong(Figures::failed).sum());
    }

    private static double middle(List<Figures> runs, ToDoubleFunction<Figures> figure) {
        return runs.stream().mapToDouble(figure).sorted().toArray()[runs.size() / 2];
    }
}
