package app.clientele.bench;

import java.util.List;
import java.util.function.Predicate;

/**
 * Something people do many times a day.
 *
 * @param id of the figure in the quality bars
 * @param requests the lines sent in any order: method, path and perhaps a body
 * @param signedIn with the session of a person, not with a key
 * @param once whether each line may be sent only once, in their order
 * @param pgbench whether the same statements are run through pgbench for comparison
 */
record Work(
        String id,
        String name,
        List<String> requests,
        boolean signedIn,
        boolean once,
        int connections,
        boolean pgbench,
        Bar bar) {

    /** What it must reach, in words and as a test. */
    record Bar(String text, Predicate<Figures> reached) {
        static Bar processor(double millis) {
            return new Bar("≤ %s ms".formatted(millis), f -> f.processor() <= millis);
        }

        static Bar p95(double millis) {
            return new Bar("p95 ≤ %.0f ms".formatted(millis), f -> f.p95() <= millis);
        }

        static Bar p99(double millis) {
            return new Bar("p99 ≤ %.0f ms".formatted(millis), f -> f.p99() <= millis);
        }

        static Bar rate(double perSecond) {
            return new Bar("≥ %,.0f/s".formatted(perSecond), f -> f.perSecond() >= perSecond);
        }

        static Bar none() {
            return new Bar("", f -> true);
        }

        Bar and(Bar other) {
            return new Bar(text + ", " + other.text, reached.and(other.reached));
        }
    }

    String first() {
        return requests.getFirst();
    }

    /** Another line, where one may not be sent twice. */
    String second() {
        return once ? requests.get(1) : first();
    }
}
