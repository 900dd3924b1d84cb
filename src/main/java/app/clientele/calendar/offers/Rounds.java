package app.clientele.calendar.offers;

import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The round a recurring job makes: through the businesses with work, and the work of each. */
public final class Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private Rounds() {}

    /** Does each piece of work for the application itself. */
    public static void each(
            List<UUID> businesses, Supplier<List<UUID>> which, Consumer<UUID> work) {
        for (UUID business : businesses) {
            Caller.application(business, Door.JOB)
                    .run(() -> which.get().forEach(id -> one(id, work)));
        }
    }

    /** One that fails stops no other; its turn comes again. */
    private static void one(UUID id, Consumer<UUID> work) {
        try {
            work.accept(id);
        } catch (RuntimeException e) {
            LOG.error("Work on {} failed", id, e);
        }
    }
}
