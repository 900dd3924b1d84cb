package app.clientele.passes;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card by which a customer is found.
 *
 * @param code as it is printed on it
 * @param made whether the code was made here; another's card was attached otherwise
 * @param label what tells it from their others
 * @param replacedBy the pass that is used instead
 */
public record Pass(
        UUID id,
        UUID customerId,
        @Nullable String customer,
        String code,
        boolean made,
        @Nullable String label,
        PassState state,
        @Nullable Instant lostAt,
        @Nullable String lostBy,
        @Nullable String lostNote,
        @Nullable Instant replacedAt,
        @Nullable UUID replacedBy,
        Instant createdAt,
        @Nullable String createdBy,
        Instant updatedAt,
        @JsonIgnore int version)
        implements Versioned {
    @JsonIgnore
    public boolean isLive() {
        return state == PassState.LIVE;
    }

    /** What a scanner reads off it: without the dashes, which some keyboards hold elsewhere. */
    @JsonIgnore
    public String scanned() {
        return made ? PassCode.key(code) : code;
    }
}
