package app.clientele.customers.notes;

import app.clientele.shared.Versioned;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something nobody may overlook about a customer: written as an alert, or a note on an allergy or a
 * condition.
 *
 * @param source alert, allergy or medical; the latter two are changed as notes
 * @param level red ones are acknowledged by each colleague
 * @param active whether it is shown: neither ended nor expired
 * @param textHash names the text that is acknowledged: another text asks again
 * @param acknowledged whether the caller has acknowledged this text
 */
public record Alert(
        UUID id,
        UUID customerId,
        String source,
        String level,
        String text,
        @Nullable LocalDate expiresOn,
        boolean active,
        boolean ended,
        @Nullable String author,
        Instant createdAt,
        String textHash,
        boolean acknowledged,
        List<Acknowledgement> acknowledgements,
        int version)
        implements Versioned {
    /** Who has read the present text, and when. */
    public record Acknowledgement(String by, Instant at) {}

    public boolean red() {
        return level.equals("red");
    }

    /** Whether the caller is asked to acknowledge it. */
    public boolean asks() {
        return red() && active && !acknowledged;
    }
}
