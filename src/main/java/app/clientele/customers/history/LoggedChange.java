package app.clientele.customers.history;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A change of a record as the log holds it: what was there before, and the row afterwards. */
public record LoggedChange(
        long id,
        Instant at,
        @Nullable UUID actorId,
        @Nullable String actor,
        String source,
        String entity,
        UUID rowId,
        String operation,
        @Nullable JsonNode before,
        JsonNode after,
        JsonNode names) {
    /** The names of the columns that changed. */
    Set<String> columns() {
        return CustomHistory.columns(before == null ? after : before);
    }
}
