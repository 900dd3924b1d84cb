package app.clientele.credits;

import app.clientele.shared.Line;
import app.clientele.shared.Price;
import app.clientele.shared.Prose;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * So many visits of each service at one price: a package, or a course.
 *
 * @param lastsDays for how long from the day it is bought; for ever when absent
 * @param online whether customers may buy it themselves
 * @param shared whether those may use it who may pay with the card of whoever has it
 * @param taxRateId the usual one when absent
 */
public record ServicePackage(
        UUID id,
        String name,
        @Nullable String description,
        Money price,
        List<Item> items,
        @Nullable Integer lastsDays,
        boolean online,
        boolean shared,
        @Nullable UUID taxRateId,
        @Nullable Instant archivedAt,
        Instant createdAt,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    /**
     * Visits of one service.
     *
     * @param service its name
     */
    public record Item(UUID serviceId, String service, int visits) {}

    /** Visits of one service, as they are asked for. */
    public record ItemDetails(
            @NotNull @Nullable UUID serviceId,
            @NotNull @Min(1) @Max(999) @Nullable Integer visits) {}

    /** What may be said of it. */
    public record PackageDetails(
            @NotNull @Line(max = 100) @Nullable String name,
            @Prose(max = 1000) @Nullable String description,
            @NotNull @Price @Nullable Money price,
            @NotEmpty @Size(max = 20) @Nullable List<@NotNull @Valid ItemDetails> items,
            @Min(1) @Max(3650) @Nullable Integer lastsDays,
            @Nullable Boolean online,
            @Nullable Boolean shared,
            @Nullable UUID taxRateId) {
        List<ItemDetails> wanted() {
            return items == null ? List.of() : items;
        }
    }

    /** What may be changed about it. */
    public PackageDetails details() {
        return new PackageDetails(
                name,
                description,
                price,
                items.stream().map(i -> new ItemDetails(i.serviceId(), i.visits())).toList(),
                lastsDays,
                online,
                shared,
                taxRateId);
    }
}
