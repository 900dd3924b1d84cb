package app.clientele.points;

import app.clientele.shared.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came and went, one by one: points that were paid with may have come at many times, and the
 * ledger has an entry for each.
 */
class PointDeeds {
    private static final int BATCH = 200;

    private final PointRows rows;
    private final UUID customer;
    private @Nullable Cursor from;
    private @Nullable UUID last;
    private boolean more;

    PointDeeds(PointRows rows, UUID customer, @Nullable Cursor from) {
        this.rows = rows;
        this.customer = customer;
        this.from = from;
    }

    /** So many of them. */
    List<PointEntry> read(int limit) {
        List<PointEntry> deeds = new ArrayList<>();
        List<PointEntry> batch = List.of();
        do {
            batch = rows.entries(customer, from, BATCH);
            for (PointEntry entry : batch) {
                if (!deeds.isEmpty() && deeds.getLast().isOneWith(entry)) {
                    deeds.set(deeds.size() - 1, deeds.getLast().and(entry));
                } else if (deeds.size() == limit) {
                    more = true;
                    return deeds;
                } else {
                    deeds.add(entry);
                }
                last = entry.id();
                from = new Cursor(List.of(entry.id().toString()));
            }
        } while (batch.size() == BATCH);
        return deeds;
    }

    /** Where the next one is read from, if there is one. */
    @Nullable String next() {
        return more && last != null ? Cursor.of(last) : null;
    }
}
