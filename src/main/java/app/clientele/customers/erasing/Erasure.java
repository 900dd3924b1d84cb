package app.clientele.customers.erasing;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The erasing of one customer: asked for, perhaps undone, or done.
 *
 * @param number the customer's, which stays
 * @param name while there is one
 * @param reason as it was given; gone with the person
 * @param by the name of who asked, absent when the business's rule did
 * @param erased how many rows of what went
 * @param kept how many rows of what stay
 */
public record Erasure(
        UUID id,
        UUID customerId,
        long number,
        @Nullable String name,
        Why why,
        @Nullable String reason,
        Instant askedAt,
        @Nullable String by,
        Instant dueAt,
        @Nullable Instant undoneAt,
        @Nullable String undoneBy,
        @Nullable Instant doneAt,
        Map<String, Long> erased,
        Map<String, Long> kept) {
    /** What began it: somebody asked, or nobody had seen them for long enough. */
    public enum Why {
        PERSON,
        RETENTION;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
