package app.clientele.calendar.classes;

import app.clientele.business.Service;
import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A class the business gives, with those who teach it and where.
 *
 * @param price for one place; on request when there is none
 * @param online whether customers may book it themselves
 * @param capacity how many take part unless said otherwise
 * @param offerMinutes how long a place that gets free is offered to whoever waits; it is theirs at
 *     once when absent
 * @param branchIds where it is given; everywhere when empty
 */
public record ClassKind(
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
        boolean online,
        int capacity,
        @Nullable Integer offerMinutes,
        List<Teacher> teachers,
        List<UUID> branchIds,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant archivedAt,
        @JsonIgnore int version)
        implements Versioned {
    /**
     * Somebody who teaches it.
     *
     * @param active whether they still work here
     */
    public record Teacher(UUID staffId, String name, boolean active) {}

    /** How many take part, and how places are passed on. */
    record Places(UUID id, int capacity, @Nullable Integer offerMinutes) {}

    static ClassKind of(Service service, Places places) {
        return new ClassKind(
                service.id(),
                service.name(),
                service.description(),
                service.categoryId(),
                service.category(),
                service.minutes(),
                service.bufferBeforeMinutes(),
                service.bufferAfterMinutes(),
                service.price(),
                service.colour(),
                service.online(),
                places.capacity(),
                places.offerMinutes(),
                service.performers().stream()
                        .map(p -> new Teacher(p.staffId(), p.name(), p.active()))
                        .toList(),
                service.branchIds(),
                service.createdAt(),
                service.updatedAt(),
                service.archivedAt(),
                service.version());
    }

    /** What may be changed about it. */
    public ClassKindDetails details() {
        return new ClassKindDetails(
                name,
                description,
                categoryId,
                minutes,
                bufferBeforeMinutes,
                bufferAfterMinutes,
                price,
                colour,
                online,
                capacity,
                offerMinutes,
                teachers.stream().map(Teacher::staffId).toList(),
                branchIds);
    }
}
