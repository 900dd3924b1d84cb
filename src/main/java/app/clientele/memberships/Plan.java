package app.clientele.memberships;

import app.clientele.shared.Line;
import app.clientele.shared.Price;
import app.clientele.shared.Prose;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one can be a member of.
 *
 * @param price of each period
 * @param joiningFee once, at the beginning
 * @param term how many periods it is for; until it is cancelled when absent
 * @param noticeDays how long before its end one has to say so
 * @param leavingFee for leaving before the end of the term, or without notice
 * @param taxRateId the usual one when absent
 * @param benefits what it brings
 * @param members how many it has
 */
public record Plan(
        UUID id,
        String name,
        @Nullable String description,
        Money price,
        Interval interval,
        Money joiningFee,
        @Nullable Integer term,
        int noticeDays,
        Money leavingFee,
        @Nullable UUID taxRateId,
        Benefits benefits,
        int members,
        @Nullable Instant archivedAt,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    /** What may be said of it; fees left out are nothing. */
    public record PlanDetails(
            @NotNull @Line(max = 100) @Nullable String name,
            @Prose(max = 1000) @Nullable String description,
            @NotNull @Price @Nullable Money price,
            @NotNull @Valid @Nullable Interval interval,
            @Price @Nullable Money joiningFee,
            @Min(1) @Max(1200) @Nullable Integer term,
            @Min(0) @Max(3650) @Nullable Integer noticeDays,
            @Price @Nullable Money leavingFee,
            @Nullable UUID taxRateId,
            @Valid @Nullable Benefits benefits) {}

    /** What may be changed about it. */
    public PlanDetails details() {
        return new PlanDetails(
                name,
                description,
                price,
                interval,
                joiningFee,
                term,
                noticeDays,
                leavingFee,
                taxRateId,
                benefits);
    }
}
