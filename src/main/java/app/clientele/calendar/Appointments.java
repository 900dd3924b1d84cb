package app.clientele.calendar;

import app.clientele.access.Clashes;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.customers.CustomerRows;
import app.clientele.shared.Cursor;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who comes when, for what and to whom: booked, moved, cancelled, and what became of it. */
@Service
public class Appointments {
    /** The most a day of a branch holds. */
    public static final int MOST_A_DAY = 2000;

    private static final int MOST_FOR_OTHERS = 100;

    private final AppointmentRows rows;
    private final AppointmentWrites writes;
    private final Bookings bookings;
    private final BookingSettings settings;
    private final CustomerRows customers;
    private final Clashes clashes;
    private final Clock clock;

    Appointments(
            AppointmentRows rows,
            AppointmentWrites writes,
            Bookings bookings,
            BookingSettings settings,
            CustomerRows customers,
            Clashes clashes,
            Clock clock) {
        this.rows = rows;
        this.writes = writes;
        this.bookings = bookings;
        this.settings = settings;
        this.customers = customers;
        this.clashes = clashes;
        this.clock = clock;
    }

    /**
     * Which ones to list.
     *
     * @param from that begin then or later
     * @param until that begin before
     * @param updatedSince changed then or later
     */
    public record Search(
            @Nullable UUID customer,
            @Nullable UUID branch,
            @Nullable UUID staff,
            Set<AppointmentStatus> statuses,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant updatedSince,
            boolean latestFirst) {
        String @Nullable [] wireStatuses() {
            return statuses.isEmpty()
                    ? null
                    : statuses.stream().map(AppointmentStatus::wireName).toArray(String[]::new);
        }
    }

    /**
     * How one is called off.
     *
     * @param late whether it counts as late; as the business's rule has it when absent
     */
    public record Cancellation(@Line(max = 300) @Nullable String reason, @Nullable Boolean late) {}

    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public Appointment get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("appointment"));
    }

    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public Page<Appointment> list(Search search, @Nullable String cursor, int limit) {
        return Page.of(
                rows.list(search, Cursor.parse(cursor, 2), limit + 1),
                limit,
                a -> Cursor.of(a.startsAt(), a.id()));
    }

    /** A customer's own. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public Page<Appointment> of(UUID customer, Search search, @Nullable String cursor, int limit) {
        Page<Appointment> found = list(search, cursor, limit);
        if (found.items().isEmpty()) {
            customers.require(customer);
        }
        return found;
    }

    /** What they booked for others and is still to come, in the order of time. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<Appointment> forOthers(UUID customer) {
        return rows.forOthers(customer, clock.instant(), MOST_FOR_OTHERS);
    }

    /** Those booked together, in the order of time. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<Appointment> visit(UUID visit) {
        return rows.visit(visit);
    }

    /** What lies at a branch between two moments and was not called off, in the order of time. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<Appointment> between(UUID branch, Instant from, Instant until) {
        return rows.between(branch, from, until, MOST_A_DAY);
    }

    /**
     * Books one service.
     *
     * @throws Refused {@code double_booked} when the colleague is taken by then, {@code
     *     customer_double_booked} when the customer is elsewhere, or what {@code MayBook} says
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment book(Booking booking) {
        return get(bookings.book(List.of(booking), null).getFirst());
    }

    /** Books several services or guests that belong together: all of them or none. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public List<Appointment> bookVisit(List<Booking> wanted) {
        return visit(bookings.book(wanted, null).getFirst());
    }

    /** Changes what is said of it, apart from time and place. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment change(UUID id, AppointmentDetails details, int version) {
        Validation.check(details);
        Appointment present = get(id);
        if (!writes.change(id, details, version)) {
            throw clashes.since("appointment", id, version, present.version());
        }
        return get(id);
    }

    /**
     * Moves it to another time, colleague or branch, or makes it longer or shorter.
     *
     * @param version the one that was seen; absent where any will do
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment move(UUID id, Move move, @Nullable Integer version) {
        Validation.check(move);
        Appointment present = held(id);
        if (version != null && version != present.version()) {
            throw clashes.since("appointment", id, version, present.version());
        }
        if (!present.status().isOpen()) {
            throw new Refused("appointment_over");
        }
        bookings.move(present, move);
        return get(id);
    }

    private Appointment held(UUID id) {
        return rows.hold(id).orElseThrow(() -> new NotFound("appointment"));
    }

    /** The customer has said that they come. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment confirm(UUID id) {
        return to(held(id), AppointmentStatus.CONFIRMED, null);
    }

    /** The customer is there. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment checkIn(UUID id) {
        return to(held(id), AppointmentStatus.ARRIVED, null);
    }

    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment start(UUID id) {
        return to(held(id), AppointmentStatus.IN_SERVICE, null);
    }

    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment complete(UUID id) {
        return to(held(id), AppointmentStatus.COMPLETED, null);
    }

    /**
     * The customer did not come.
     *
     * @throws Refused {@code not_begun} before it would have begun
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment noShow(UUID id) {
        Appointment present = held(id);
        if (present.startsAt().isAfter(clock.instant())) {
            throw new Refused("not_begun");
        }
        return to(present, AppointmentStatus.NO_SHOW, null);
    }

    /** Calls it off, late or in time as the business's rule has it unless said otherwise. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment cancel(UUID id, Cancellation cancellation) {
        Validation.check(cancellation);
        Appointment present = held(id);
        boolean late = cancellation.late() == null ? isLate(present) : cancellation.late();
        return to(
                present,
                late ? AppointmentStatus.LATE_CANCELLED : AppointmentStatus.CANCELLED,
                cancellation.reason());
    }

    /** Whether calling it off now is later than the business allows; a request never is. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public boolean isLate(Appointment appointment) {
        int hours = settings.current().lateCancelHours();
        Instant last = appointment.startsAt().minus(Duration.ofHours(hours));
        return hours > 0
                && appointment.status() != AppointmentStatus.REQUESTED
                && clock.instant().isAfter(last);
    }

    /** As if it had not been called off, checked in or missed; its time must still be free. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment reopen(UUID id) {
        return to(held(id), AppointmentStatus.BOOKED, null);
    }

    /**
     * Books what was asked for.
     *
     * @throws Refused {@code double_booked} when its time is taken by now
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment accept(UUID id) {
        Appointment present = held(id);
        if (present.status() != AppointmentStatus.REQUESTED) {
            throw wrong(present, AppointmentStatus.BOOKED);
        }
        return to(present, AppointmentStatus.BOOKED, null);
    }

    /** The business does not take the request. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment decline(UUID id, @Nullable String reason) {
        return to(held(id), AppointmentStatus.DECLINED, reason);
    }

    /** The table of {@link AppointmentStatus#next()} decides; what it is already, it stays. */
    private Appointment to(Appointment present, AppointmentStatus status, @Nullable String reason) {
        if (present.status() == status) {
            return present;
        }
        if (!present.status().next().contains(status)) {
            throw wrong(present, status);
        }
        writes.status(present.id(), status, reason);
        return get(present.id());
    }

    private static Refused wrong(Appointment present, AppointmentStatus status) {
        return new Refused("wrong_status", present.status().wireName(), status.wireName());
    }
}
