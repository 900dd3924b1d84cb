package app.clientele.sales;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold, beside services and products: the module that keeps it adds a bean, and a
 * line of an order names it.
 */
public interface Ware {
    /** Which kind of line sells it. */
    String kind();

    /** One that is still to be sold. */
    Optional<Wanted> wanted(UUID id);

    /** What may be put into any order by its name. */
    default List<Named> named() {
        return List.of();
    }

    /** One by its name. */
    record Named(UUID id, String name) {}

    /**
     * What is sold.
     *
     * @param name as it stands on the invoice
     * @param taxRateId no tax when absent
     * @param customer whose it is
     */
    record Wanted(String name, Money price, @Nullable UUID taxRateId, @Nullable UUID customer) {}
}
