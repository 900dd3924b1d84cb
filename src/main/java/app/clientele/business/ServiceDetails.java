package app.clientele.business;

import app.clientele.shared.Line;
import app.clientele.shared.Price;
import app.clientele.shared.Prose;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one may say of a service; name and minutes are needed. Without a price it is on request,
 * without branches it is offered at all of them.
 *
 * @param description for customers
 * @param price in the currency of the business
 * @param minAge from how many years of age on; for everybody when absent
 * @param taxRateId the usual tax when absent
 */
public record ServiceDetails(
        @NotNull @Line(max = 100) @Nullable String name,
        @Prose(max = 2000) @Nullable String description,
        @Nullable UUID categoryId,
        @NotNull @Min(1) @Max(1440) @Nullable Integer minutes,
        @Min(0) @Max(240) @Nullable Integer bufferBeforeMinutes,
        @Min(0) @Max(240) @Nullable Integer bufferAfterMinutes,
        @Price @Nullable Money price,
        @Nullable String colour,
        boolean online,
        @Size(max = 200) @Nullable List<@NotNull @Valid PerformerDetails> performers,
        @Size(max = 200) @Nullable List<@NotNull UUID> branchIds,
        @Min(1) @Max(120) @Nullable Integer minAge,
        @Nullable UUID taxRateId) {
    /** One that bears the usual tax. */
    public ServiceDetails(
            @Nullable String name,
            @Nullable String description,
            @Nullable UUID categoryId,
            @Nullable Integer minutes,
            @Nullable Integer bufferBeforeMinutes,
            @Nullable Integer bufferAfterMinutes,
            @Nullable Money price,
            @Nullable String colour,
            boolean online,
            @Nullable List<PerformerDetails> performers,
            @Nullable List<UUID> branchIds,
            @Nullable Integer minAge) {
        this(
                name,
                description,
                categoryId,
                minutes,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                price,
                colour,
                online,
                performers,
                branchIds,
                minAge,
                null);
    }

    /** Who performs it, with their own time and price where those differ. */
    public record PerformerDetails(
            @NotNull @Nullable UUID staffId,
            @Min(1) @Max(1440) @Nullable Integer minutes,
            @Price @Nullable Money price) {}

    String colourOrGrey() {
        return colour == null ? "grey" : colour;
    }

    List<PerformerDetails> team() {
        return Objects.requireNonNullElse(performers, List.of());
    }

    List<UUID> places() {
        return branchIds == null ? List.of() : branchIds.stream().distinct().toList();
    }
}
