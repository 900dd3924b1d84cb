package app.clientele.calendar.feeds;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address at which calendar programs read appointments: those of a colleague, of a branch or of
 * a customer.
 *
 * @param name of whom or of what it is
 * @param createdBy the colleague who handed it out
 */
public record CalendarFeed(
        UUID id,
        @Nullable UUID staffId,
        @Nullable UUID branchId,
        @Nullable UUID customerId,
        String name,
        @Nullable String createdBy,
        Instant createdAt)
        implements Versioned {
    /** It never changes. */
    @Override
    @JsonIgnore
    public int version() {
        return 1;
    }
}
