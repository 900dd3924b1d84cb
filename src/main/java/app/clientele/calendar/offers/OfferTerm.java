package app.clientele.calendar.offers;

import java.time.Duration;
import java.time.Instant;

/** How long what is offered is kept. */
public final class OfferTerm {
    private OfferTerm() {}

    /** So many minutes from now, and never past the beginning of what is offered. */
    public static Instant until(Instant now, int minutes, Instant start) {
        Instant until = now.plus(Duration.ofMinutes(minutes));
        return until.isBefore(start) ? until : start;
    }
}
