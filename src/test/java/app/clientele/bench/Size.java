package app.clientele.bench;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** How much there is to measure on. */
enum Size {
    /** A business that nobody has come to yet. */
    EMPTY(List.of(0)),
    SMALL(List.of(10_000)),
    STANDARD(Collections.nCopies(50, 6_000)),
    LARGE(Stream.concat(Stream.of(1_000_000), Collections.nCopies(200, 500).stream()).toList());

    /** The customers of each business; what is measured is the first business. */
    final List<Integer> customers;

    Size(List<Integer> customers) {
        this.customers = customers;
    }

    static Size of(String name) {
        return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }

    String wireName() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The customers of the business that is measured. */
    int measured() {
        return customers.getFirst();
    }
}
