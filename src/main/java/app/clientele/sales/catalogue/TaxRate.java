package app.clientele.sales.catalogue;

import app.clientele.sales.catalogue.TaxRates.BranchRate;
import app.clientele.sales.catalogue.TaxRates.TaxRateDetails;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tax by its name.
 *
 * @param percent exact, such as 8.875
 * @param included whether prices hold it already, or it comes on top
 * @param usual whether it taxes whatever has no tax of its own, services above all
 * @param branches where it is another percentage
 */
public record TaxRate(
        UUID id,
        String name,
        BigDecimal percent,
        boolean included,
        boolean usual,
        List<BranchRate> branches,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @JsonIgnore int version)
        implements Versioned {
    /** What may be changed about it. */
    public TaxRateDetails details() {
        return new TaxRateDetails(name, percent, included, usual, branches);
    }

    /** What it is at a branch. */
    public BigDecimal at(UUID branch) {
        return branches.stream()
                .filter(b -> branch.equals(b.branchId()))
                .map(BranchRate::percent)
                .findFirst()
                .orElse(percent);
    }
}
