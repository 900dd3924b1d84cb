package app.clientele.sales.fees;

import app.clientele.shared.Price;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * When which fee is proposed.
 *
 * @param percent of the visit's price, or an amount, one of them
 * @param serviceIds for these; for all where there is none
 * @param missedLeast how often they did not come before
 * @param above what the visit costs more than
 * @param hours how shortly before its start it was cancelled
 * @param taxed whether tax is due on it
 */
public record FeeRule(
        UUID id,
        FeeKind kind,
        @Nullable BigDecimal percent,
        @Nullable Money amount,
        List<UUID> serviceIds,
        Whom whom,
        @Nullable Integer missedLeast,
        @Nullable Money above,
        @Nullable Integer hours,
        boolean taxed,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    /** Whom it is for. */
    public enum Whom {
        EVERYBODY,
        /** Whoever was never served here. */
        NEW,
        /** Whoever did not come before. */
        MISSED,
        /** Whoever booked something dear. */
        ABOVE;

        /** Its name in the API and in the database. */
        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * @throws IllegalArgumentException when there is none of this name
         */
        @JsonCreator
        public static Whom of(String wireName) {
            return valueOf(wireName.toUpperCase(Locale.ROOT));
        }
    }

    /** What one may say of it; what is left out is for everybody, taxed and active. */
    public record FeeRuleDetails(
            @NotNull @Nullable FeeKind kind,
            @Nullable BigDecimal percent,
            @Price @Nullable Money amount,
            @Size(max = 200) @Nullable List<@NotNull UUID> serviceIds,
            @Nullable Whom whom,
            @Min(1) @Max(1000) @Nullable Integer missedLeast,
            @Price @Nullable Money above,
            @Min(1) @Max(8760) @Nullable Integer hours,
            @Nullable Boolean taxed,
            @Nullable Boolean active) {
        List<UUID> services() {
            return serviceIds == null ? List.of() : serviceIds.stream().distinct().toList();
        }

        /** Never a deposit: the tax is on what it is spent on. */
        boolean isTaxed() {
            return kind != FeeKind.DEPOSIT && !Boolean.FALSE.equals(taxed);
        }

        Whom group() {
            return whom == null ? Whom.EVERYBODY : whom;
        }
    }

    /** What may be changed about it. */
    public FeeRuleDetails details() {
        return new FeeRuleDetails(
                kind, percent, amount, serviceIds, whom, missedLeast, above, hours, taxed, active);
    }
}
