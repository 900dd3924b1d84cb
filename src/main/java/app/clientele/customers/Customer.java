package app.clientele.customers;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer's record.
 *
 * @param number short and sequential in the business, never used again
 * @param team the staff and branch the record prefers, or is barred from, by name
 * @param eraseAt when it will be erased; until then nothing of it changes and it is not found
 * @param onlineBooking how they may book by themselves by what was said of them: allow,
 *     require_acceptance, waitlist_only or block
 * @param createdVia the door it came in by: page, api, import, booking, portal, form or job
 */
public record Customer(
        UUID id,
        long number,
        @JsonUnwrapped CustomerDetails details,
        @Nullable String photoUrl,
        String createdVia,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant deactivatedAt,
        @Nullable Instant eraseAt,
        @JsonIgnore @Nullable Lock lock,
        @JsonIgnore @Nullable String referrerName,
        @JsonIgnore @Nullable String statusColour,
        @JsonIgnore List<TagBadge> tagBadges,
        @JsonIgnore Team team,
        String onlineBooking,
        @JsonIgnore @Nullable UUID importId,
        @JsonIgnore int version)
        implements Versioned {
    /**
     * Why only those who may lock change its details.
     *
     * @param by the name of who locked it, absent when the application did
     */
    public record Lock(String reason, Instant at, @Nullable String by) {}

    /** A tag with its colour. */
    public record TagBadge(UUID id, String name, String colour) {}

    @JsonProperty("lockedReason")
    public @Nullable String lockedReason() {
        return lock == null ? null : lock.reason();
    }

    /** The name shown everywhere: the display name when there is one. */
    @JsonIgnore
    public String shownName() {
        return Names.shown(details.displayName(), details.firstName(), details.lastName());
    }
}
