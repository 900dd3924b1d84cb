package app.clientele.calendar.classes;

import app.clientele.business.ServiceDetails;
import app.clientele.business.ServiceDetails.PerformerDetails;
import app.clientele.shared.Line;
import app.clientele.shared.Price;
import app.clientele.shared.Prose;
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
 * What one may say of a class; name, minutes and capacity are needed.
 *
 * @param description for customers
 * @param offerMinutes how long a place that gets free is offered to whoever waits; it is theirs at
 *     once when absent
 */
public record ClassKindDetails(
        @NotNull @Line(max = 100) @Nullable String name,
        @Prose(max = 2000) @Nullable String description,
        @Nullable UUID categoryId,
        @NotNull @Min(1) @Max(1440) @Nullable Integer minutes,
        @Min(0) @Max(240) @Nullable Integer bufferBeforeMinutes,
        @Min(0) @Max(240) @Nullable Integer bufferAfterMinutes,
        @Price @Nullable Money price,
        @Nullable String colour,
        boolean online,
        @NotNull @Min(1) @Max(1000) @Nullable Integer capacity,
        @Min(5) @Max(10080) @Nullable Integer offerMinutes,
        @Size(max = 200) @Nullable List<@NotNull UUID> teacherIds,
        @Size(max = 200) @Nullable List<@NotNull UUID> branchIds) {
    ServiceDetails service() {
        return new ServiceDetails(
                name,
                description,
                categoryId,
                minutes,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                price,
                colour,
                online,
                Objects.requireNonNullElse(teacherIds, List.<UUID>of()).stream()
                        .distinct()
                        .map(id -> new PerformerDetails(id, null, null))
                        .toList(),
                branchIds,
                null);
    }
}
