package app.clientele.calendar.online;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another time that the business proposes.
 *
 * @param staff the name of who would do it
 * @param message what the business added
 */
public record Proposal(
        UUID id,
        UUID staffId,
        String staff,
        Instant startsAt,
        Instant endsAt,
        @Nullable String message) {}
