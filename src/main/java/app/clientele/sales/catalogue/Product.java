package app.clientele.sales.catalogue;

import app.clientele.sales.catalogue.Products.ProductDetails;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sold over the counter.
 *
 * @param sku the business's own number for it
 * @param taxRateId the usual tax when absent
 */
public record Product(
        UUID id,
        String name,
        @Nullable String sku,
        @Nullable String barcode,
        @Nullable String category,
        Money price,
        @Nullable UUID taxRateId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @JsonIgnore int version)
        implements Versioned {
    /** What may be changed about it. */
    public ProductDetails details() {
        return new ProductDetails(name, sku, barcode, category, price, taxRateId);
    }
}
