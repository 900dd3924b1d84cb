package app.clientele.calendar.availability;

import static java.util.Objects.requireNonNull;

import app.clientele.calendar.availability.FreeVisits.Helper;
import app.clientele.calendar.availability.FreeVisits.Part;
import app.clientele.calendar.availability.VisitSearch.Leg;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gives each part of a visit that begins at one moment a colleague, going back where none is left.
 */
final class Arrangement {
    /** What takes longer to find is not found: many people at once who are all taken otherwise. */
    private static final int MOST_TRIES = 2000;

    private final List<Leg> legs;
    private final List<List<Helper>> helpers;
    private final long start;
    private final List<Placed> placed = new ArrayList<>();
    private int tries;

    private Arrangement(List<Leg> legs, List<List<Helper>> helpers, long start) {
        this.legs = legs;
        this.helpers = helpers;
        this.start = start;
    }

    /**
     * A part in its place.
     *
     * @param from when it begins; busy a little earlier
     */
    private record Placed(UUID staff, long from, long until, long busyFrom, long busyUntil) {
        static Placed of(Helper helper, long at) {
            long until = at + helper.effort().minutes() * 60L;
            return new Placed(
                    helper.staff(),
                    at,
                    until,
                    at - helper.effort().before() * 60L,
                    until + helper.effort().after() * 60L);
        }

        boolean meets(Placed other) {
            return staff.equals(other.staff)
                    && busyFrom < other.busyUntil
                    && other.busyFrom < busyUntil;
        }
    }

    static Optional<List<Part>> of(List<Leg> legs, List<List<Helper>> helpers, long start) {
        var arrangement = new Arrangement(legs, helpers, start);
        return arrangement.place(0, start) ? Optional.of(arrangement.parts()) : Optional.empty();
    }

    private boolean place(int part, long before) {
        if (part == legs.size()) {
            return true;
        }
        boolean fixed = part == 0 || legs.get(part).atStart();
        for (Helper helper : helpers.get(part)) {
            Placed next = next(helper, fixed ? start : before, fixed);
            if (next == null || tries++ > MOST_TRIES) {
                continue;
            }
            placed.add(next);
            if (place(part + 1, next.until)) {
                return true;
            }
            placed.removeLast();
        }
        return false;
    }

    /** Whoever did the part before needs their buffers first, unless it has to begin at once. */
    private @Nullable Placed next(Helper helper, long at, boolean fixed) {
        Placed next = Placed.of(helper, at);
        for (Placed earlier : placed) {
            if (next.meets(earlier)) {
                next = Placed.of(helper, earlier.busyUntil + helper.effort().before() * 60L);
            }
        }
        boolean moved = next.from != at;
        boolean meets = placed.stream().anyMatch(next::meets);
        return fixed && moved || meets || !helper.starts().covers(next.from, next.from + 1)
                ? null
                : next;
    }

    private List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < placed.size(); i++) {
            Placed one = placed.get(i);
            parts.add(
                    new Part(
                            requireNonNull(legs.get(i).serviceId()),
                            one.staff,
                            Instant.ofEpochSecond(one.from),
                            Instant.ofEpochSecond(one.until)));
        }
        return parts;
    }
}
