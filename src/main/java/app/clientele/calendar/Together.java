package app.clientele.calendar;

import static java.util.Objects.requireNonNullElse;

import app.clientele.access.Clashes;
import app.clientele.calendar.Appointments.Cancellation;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was booked together or comes again, moved, called off and changed as one: all or none. */
@Service
public class Together {
    private final Appointments appointments;
    private final AppointmentRows rows;
    private final AppointmentWrites writes;
    private final Bookings bookings;
    private final Clashes clashes;
    private final Clock clock;

    Together(
            Appointments appointments,
            AppointmentRows rows,
            AppointmentWrites writes,
            Bookings bookings,
            Clashes clashes,
            Clock clock) {
        this.appointments = appointments;
        this.rows = rows;
        this.writes = writes;
        this.bookings = bookings;
        this.clashes = clashes;
        this.clock = clock;
    }

    /**
     * How many a word about one of them would be about.
     *
     * @param visit of its visit, itself included
     * @param later of its series from its visit on
     * @param all of its series that are still to come
     */
    public record Reach(int visit, int later, int all) {
        public int of(Scope scope) {
            return switch (scope) {
                case THIS -> 1;
                case VISIT -> visit;
                case LATER -> later;
                case ALL -> all;
            };
        }
    }

    /** All appointments of a series, in the order of time. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<Appointment> series(UUID id) {
        List<Appointment> all = rows.series(id);
        if (all.isEmpty()) {
            throw new NotFound("appointment_series");
        }
        return all;
    }

    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public Reach reach(Appointment appointment) {
        List<Appointment> visit = rows.visit(appointment.visitId());
        UUID id = appointment.seriesId();
        List<Appointment> series = id == null ? List.of(appointment) : rows.series(id);
        return new Reach(
                open(visit, appointment, Instant.MIN).size(),
                open(series, appointment, visit.getFirst().startsAt()).size(),
                open(series, appointment, clock.instant()).size());
    }

    /** Those that can still be moved or called off, and the one itself, in the order of time. */
    private List<Appointment> meant(Appointment one, Scope scope) {
        UUID series = one.seriesId();
        if (scope == Scope.THIS || scope != Scope.VISIT && series == null) {
            return List.of(one);
        }
        List<Appointment> visit = rows.visit(one.visitId());
        if (scope == Scope.VISIT || series == null) {
            return open(visit, one, Instant.MIN);
        }
        Instant from = scope == Scope.LATER ? visit.getFirst().startsAt() : clock.instant();
        return open(rows.series(series), one, from);
    }

    private static List<Appointment> open(List<Appointment> all, Appointment one, Instant from) {
        return all.stream()
                .filter(a -> a.id().equals(one.id()) || isOpen(a) && !a.startsAt().isBefore(from))
                .toList();
    }

    private static boolean isOpen(Appointment a) {
        return a.status().isOpen();
    }

    /**
     * Moves all that is meant by as much as one is moved, by the clock on the wall; a colleague and
     * a length are those of the same service.
     *
     * @param version of the one that was seen; absent where any will do
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public List<Appointment> move(UUID id, Move move, Scope scope, @Nullable Integer version) {
        if (scope == Scope.THIS) {
            return List.of(appointments.move(id, move, version));
        }
        Validation.check(move);
        List<Appointment> all = held(id, scope);
        Appointment seen = seen(all, id, version);
        if (!isOpen(seen)) {
            throw new Refused("appointment_over");
        }
        List<Appointment> moved = all.stream().filter(Together::isOpen).toList();
        var shift = Shift.of(seen, move, scope);
        queue(moved, shift);
        // each goes to where the one before it in this order has left
        (shift.later() ? moved.reversed() : moved).forEach(a -> bookings.move(a, shift.of(a)));
        return anew(moved);
    }

    private Appointment seen(List<Appointment> all, UUID id, @Nullable Integer version) {
        Appointment seen = all.stream().filter(a -> a.id().equals(id)).findFirst().orElseThrow();
        if (version != null && version != seen.version()) {
            throw clashes.since("appointment", id, version, seen.version());
        }
        return seen;
    }

    /** Rows first, in the order of their ids, then whoever they take the time of. */
    private List<Appointment> held(UUID id, Scope scope) {
        Appointment one = appointments.get(id);
        List<UUID> ids = meant(one, scope).stream().map(Appointment::id).toList();
        return rows.hold(ids).stream()
                .sorted(Comparator.comparing(Appointment::startsAt).thenComparing(Appointment::id))
                .toList();
    }

    private void queue(List<Appointment> moved, Shift shift) {
        writes.queue(
                moved.stream().map(Appointment::customerId).toList(),
                moved.stream()
                        .flatMap(a ->
                                Stream.of(
                                        a.staffId(),
                                        requireNonNullElse(shift.of(a).staffId(), a.staffId())))
                        .toList());
    }

    private List<Appointment> anew(List<Appointment> all) {
        return all.stream().map(a -> appointments.get(a.id())).toList();
    }

    /** Calls off all that is meant; each is late or not by the rule, unless it is waived. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public List<Appointment> cancel(UUID id, Cancellation cancellation, Scope scope) {
        if (scope == Scope.THIS) {
            return List.of(appointments.cancel(id, cancellation));
        }
        Validation.check(cancellation);
        List<Appointment> all = held(id, scope);
        Boolean waived = Boolean.FALSE.equals(cancellation.late()) ? Boolean.FALSE : null;
        for (Appointment a : all) {
            Boolean late = a.id().equals(id) ? cancellation.late() : waived;
            appointments.cancel(a.id(), new Cancellation(cancellation.reason(), late));
        }
        return anew(all);
    }

    /** Gives all that is meant and of the same service this price and note. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public List<Appointment> change(UUID id, AppointmentDetails details, Scope scope, int version) {
        if (scope == Scope.VISIT) {
            throw new Invalid("scope", "choice");
        }
        Appointment one = appointments.get(id);
        List<Appointment> all =
                held(id, scope).stream()
                        .filter(a -> a.serviceId().equals(one.serviceId()))
                        .toList();
        seen(all, id, version);
        for (Appointment a : all) {
            appointments.change(a.id(), details, a.version());
        }
        return anew(all);
    }
}
