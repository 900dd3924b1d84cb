package app.clientele.sales;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something a customer has by which a line costs them less, or nothing: visits, points, a
 * membership. Each is a bean of the module that keeps it. What is found while an order is put
 * together is used when its invoice is issued, by whoever keeps it.
 */
public interface Cover {
    /** Where a price comes from that it made. */
    String source();

    /** Whether the desk may do without it. */
    boolean declinable();

    /** What it makes of a line's price, if anything. */
    Optional<Covering> find(Asked asked);

    /**
     * A line that is to be paid.
     *
     * @param customer who buys
     * @param served who is served, where that is known
     * @param appointment what was booked, in a line that sells it
     * @param price for one, as it would be without
     * @param day today, where it is sold
     * @param taken how much of each is used by the lines before
     */
    record Asked(
            UUID customer,
            UUID served,
            @Nullable UUID appointment,
            @Nullable UUID service,
            @Nullable UUID product,
            int quantity,
            Money price,
            LocalDate day,
            Map<UUID, Long> taken) {}

    /**
     * What becomes of it.
     *
     * @param name what it is, as it stands beside the price
     * @param price for one
     * @param uses how much of each it uses
     */
    record Covering(String name, Money price, Map<UUID, Long> uses) {
        int units() {
            return (int) uses.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
