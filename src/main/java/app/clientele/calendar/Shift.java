package app.clientele.calendar;

import static java.util.Objects.requireNonNullElse;

import app.clientele.calendar.availability.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far several move with one of them: by the clock on the wall, so that what comes at ten comes
 * at eleven in summer and in winter.
 */
record Shift(Appointment seen, Move move, Scope scope, Duration by) {
    static Shift of(Appointment seen, Move move, Scope scope) {
        Instant to = requireNonNullElse(move.startsAt(), seen.startsAt());
        return new Shift(
                seen, move, scope, Duration.between(wall(seen, seen.startsAt()), wall(seen, to)));
    }

    private static LocalDateTime wall(Appointment a, Instant instant) {
        return LocalDateTime.ofInstant(instant, a.zone());
    }

    boolean later() {
        return !by.isNegative();
    }

    /**
     * A colleague and a length hold for the same service, and within a visit for that one alone.
     */
    Move of(Appointment a) {
        boolean alike =
                scope == Scope.VISIT
                        ? a.id().equals(seen.id())
                        : a.serviceId().equals(seen.serviceId());
        return new Move(
                start(a),
                alike && a.staffId().equals(seen.staffId()) ? move.staffId() : null,
                move.branchId(),
                alike ? move.minutes() : null,
                move.overlapReason(),
                move.outsideHours());
    }

    private @Nullable Instant start(Appointment a) {
        if (Objects.equals(a.id(), seen.id())) {
            return move.startsAt();
        }
        LocalDateTime there = wall(a, a.startsAt()).plus(by);
        return WallTime.at(there.toLocalDate(), there.toLocalTime(), a.zone());
    }
}
