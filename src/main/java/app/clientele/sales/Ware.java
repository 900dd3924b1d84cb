package app.clientele.sales;

import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold once, beside services and products: the module that keeps it adds a bean,
 * and a line of an order names it.
 */
public interface Ware {
    /** Which kind of line sells it. */
    String kind();

    /** One that is still to be sold. */
    Optional<Wanted> wanted(UUID id);

    /**
     * What is sold.
     *
     * @param name as it stands on the invoice
     * @param taxRateId no tax when absent
     * @param customer whose it is
     */
    record Wanted(String name, Money price, @Nullable UUID taxRateId, @Nullable UUID customer) {}
}
