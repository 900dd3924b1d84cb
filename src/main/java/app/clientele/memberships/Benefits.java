package app.clientele.memberships;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a membership brings.
 *
 * @param visits of each service, each period
 * @param carriedPeriods for how many more periods what is not used lasts
 * @param carriedForever or for ever
 * @param shared whether those may use it who may pay with the member's card
 * @param serviceDiscount what a member pays less for services, in percent
 * @param productDiscount and for products
 */
public record Benefits(
        @Size(max = 20) @Nullable List<@NotNull @Valid Benefit> visits,
        @Min(0) @Max(120) @Nullable Integer carriedPeriods,
        @Nullable Boolean carriedForever,
        @Nullable Boolean shared,
        @Nullable BigDecimal serviceDiscount,
        @Nullable BigDecimal productDiscount) {
    /** Nothing. */
    public static final Benefits NONE = new Benefits(null, null, null, null, null, null);

    /**
     * Visits of one service.
     *
     * @param service its name, told and not asked for
     */
    public record Benefit(
            @NotNull @Nullable UUID serviceId,
            @NotNull @Min(1) @Max(999) @Nullable Integer visits,
            @Nullable String service) {}

    /** The visits, none if nobody said. */
    @JsonIgnore
    public List<Benefit> brought() {
        return visits == null ? List.of() : visits;
    }

    /** Whether what is not used lasts for ever. */
    @JsonIgnore
    public boolean lastsForever() {
        return Boolean.TRUE.equals(carriedForever);
    }

    /** For how many more periods it lasts. */
    @JsonIgnore
    public int carried() {
        return carriedPeriods == null ? 0 : carriedPeriods;
    }

    @JsonIgnore
    public boolean isShared() {
        return Boolean.TRUE.equals(shared);
    }

    /** As it is kept. */
    static BigDecimal percent(@Nullable BigDecimal percent) {
        return percent == null ? BigDecimal.ZERO : percent;
    }
}
