package app.clientele.calendar.online;

import app.clientele.calendar.rules.BookingSettings.Rules;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A service at a branch, as somebody who books it needs to know it.
 *
 * @param phone of the branch, for those who would rather call
 * @param minutes as long as it usually takes
 * @param price what it usually costs; on request when absent
 * @param rules what holds for all bookings
 */
public record Offered(
        UUID branchId,
        String branch,
        @Nullable String phone,
        ZoneId zone,
        UUID serviceId,
        String service,
        @Nullable String description,
        int minutes,
        @Nullable Money price,
        List<Colleague> team,
        Rules rules) {
    /** Somebody who performs it there. */
    public record Colleague(UUID id, String name) {}

    /** The colleague of this id, if they perform it there. */
    public Optional<Colleague> colleague(UUID id) {
        return team.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
