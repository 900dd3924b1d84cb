package app.clientele.points;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an item brings in points, and for how many it is sold.
 *
 * @param id the item's
 * @param given for each one that is paid for
 * @param redeemed that pay for one; it is not sold for points when absent
 * @param version 0 while nobody has said anything
 */
public record PointRule(
        UUID id,
        Kind kind,
        String name,
        int given,
        @Nullable Integer redeemed,
        @JsonIgnore int version)
        implements Versioned {
    /** What it is. Packages and memberships bring points, but are not sold for them. */
    public enum Kind {
        SERVICE,
        PRODUCT,
        PACKAGE,
        MEMBERSHIP;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether points pay for one. */
        public boolean isRedeemable() {
            return this == SERVICE || this == PRODUCT;
        }
    }

    /** What one may say of it. */
    public record PointRuleDetails(
            @NotNull @Min(0) @Max(100_000) @Nullable Integer given,
            @Min(1) @Max(1_000_000) @Nullable Integer redeemed) {}

    public PointRuleDetails details() {
        return new PointRuleDetails(given, redeemed);
    }
}
