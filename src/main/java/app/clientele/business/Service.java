package app.clientele.business;

import app.clientele.business.ServiceDetails.PerformerDetails;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something the business offers, with those who perform it and where.
 *
 * @param category the name of its category
 * @param bufferBeforeMinutes kept free before it
 * @param bufferAfterMinutes kept free after it
 * @param price on request when there is none
 * @param online whether customers may book it themselves
 * @param branchIds where it is offered; everywhere when empty
 * @param minAge from how many years of age on; for everybody when absent
 * @param taxRateId the usual tax when absent
 */
public record Service(
        UUID id,
        String name,
        @Nullable String description,
        @Nullable UUID categoryId,
        @Nullable String category,
        int minutes,
        int bufferBeforeMinutes,
        int bufferAfterMinutes,
        @Nullable Money price,
        String colour,
        int position,
        boolean online,
        List<Performer> performers,
        List<UUID> branchIds,
        @Nullable Integer minAge,
        @Nullable UUID taxRateId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @JsonIgnore int version)
        implements Versioned {
    /**
     * Somebody who performs it.
     *
     * @param minutes how long they take, where that differs
     * @param price what they take, where that differs
     * @param active whether they still work here; offered are only those who do
     */
    public record Performer(
            UUID staffId,
            String name,
            @Nullable Integer minutes,
            @Nullable Money price,
            boolean active) {}

    /** What may be changed about it. */
    public ServiceDetails details() {
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
                performers.stream()
                        .map(p -> new PerformerDetails(p.staffId(), p.minutes(), p.price()))
                        .toList(),
                branchIds,
                minAge,
                taxRateId);
    }
}
