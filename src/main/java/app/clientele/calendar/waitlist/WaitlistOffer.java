package app.clientele.calendar.waitlist;

import java.time.Instant;
import java.util.UUID;

/**
 * A time that is kept for somebody.
 *
 * @param offerUntil until when they may answer
 * @param automatic whether it was offered by itself, not by a colleague
 */
public record WaitlistOffer(
        UUID id,
        UUID appointmentId,
        UUID staffId,
        String staff,
        Instant startsAt,
        Instant endsAt,
        Instant offerUntil,
        boolean automatic) {}
