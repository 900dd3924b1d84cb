package app.clientele.gateway;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card somebody left on file, as people know it. Its number is not here.
 *
 * @param expiresOn its last day
 * @param expiresSoon within two months, or already over
 */
public record CardOnFile(
        UUID id,
        UUID customerId,
        String gateway,
        String brand,
        String lastFour,
        LocalDate expiresOn,
        boolean expiresSoon,
        boolean expired,
        @Nullable String holder,
        boolean primary,
        Instant createdAt,
        @Nullable String addedBy,
        @JsonIgnore int version)
        implements Versioned {
    /** Such as {@code Visa ···· 4242}. */
    @JsonIgnore
    public String name() {
        return named(brand, lastFour);
    }

    /** The same for one that is known by these only. */
    public static String named(String brand, String lastFour) {
        return brand + " ···· " + lastFour;
    }
}
