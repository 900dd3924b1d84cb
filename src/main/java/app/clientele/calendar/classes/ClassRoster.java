package app.clientele.calendar.classes;

import static java.util.Objects.requireNonNull;

import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.rules.MayBook;
import app.clientele.calendar.rules.Verdict;
import app.clientele.customers.CustomerRows;
import app.clientele.shared.Cursor;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Prose;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is in a class, who waits for a place, and what became of them. */
@Service
public class ClassRoster {
    private final SessionRows sessions;
    private final SessionWrites writes;
    private final BookingRows rows;
    private final Waitlist waitlist;
    private final MayBook mayBook;
    private final BookingSettings settings;
    private final CustomerRows customers;
    private final Clock clock;

    ClassRoster(
            SessionRows sessions,
            SessionWrites writes,
            BookingRows rows,
            Waitlist waitlist,
            MayBook mayBook,
            BookingSettings settings,
            CustomerRows customers,
            Clock clock) {
        this.sessions = sessions;
        this.writes = writes;
        this.rows = rows;
        this.waitlist = waitlist;
        this.mayBook = mayBook;
        this.settings = settings;
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * Who is to be in a class.
     *
     * @param waitlist whether they wait when it is full; else that is refused
     * @param overlap whether they may be in two places at once
     */
    public record Joining(
            @NotNull @Nullable UUID customerId,
            @Prose(max = 1000) @Nullable String note,
            boolean waitlist,
            boolean overlap) {}

    /**
     * How somebody calls off.
     *
     * @param late whether it counts as late; as the business's rule has it when absent
     */
    public record Leaving(@Line(max = 300) @Nullable String reason, @Nullable Boolean late) {}

    /** Which of a customer's classes. */
    public record Search(
            UUID customer,
            Set<ClassBookingStatus> statuses,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean latestFirst) {
        String @Nullable [] wireStatuses() {
            return statuses.isEmpty()
                    ? null
                    : statuses.stream().map(ClassBookingStatus::wireName).toArray(String[]::new);
        }
    }

    /** By name, then whoever waits, the next first; those who are no longer in it, too. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<ClassBooking> of(UUID session) {
        List<ClassBooking> found = rows.roster(session);
        if (found.isEmpty() && sessions.find(session).isEmpty()) {
            throw new NotFound("class_session");
        }
        return found;
    }

    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public ClassBooking get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("class_booking"));
    }

    /** A customer's own classes. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public Page<ClassBooking> list(Search search, @Nullable String cursor, int limit) {
        List<ClassBooking> found = rows.list(search, Cursor.parse(cursor, 2), limit + 1);
        if (found.isEmpty()) {
            customers.require(search.customer());
        }
        return Page.of(found, limit, b -> Cursor.of(b.startsAt(), b.id()));
    }

    /**
     * Books a customer into a class, or lets them wait for a place.
     *
     * @throws Refused {@code class_full} when it is and they would not wait, {@code
     *     customer_double_booked} when they are elsewhere, or what {@code MayBook} says
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public ClassBooking book(UUID id, Joining joining) {
        Validation.check(joining);
        UUID customer = requireNonNull(joining.customerId());
        writes.queue(customer, null);
        ClassSession session = held(id);
        Verdict verdict = mayBook.decide(Waitlist.wish(session, customer)).aboutTheCustomer();
        verdict.refuse();
        mustBeNew(session, customer, joining);
        boolean full = session.free() == 0;
        if (full && !joining.waitlist()) {
            throw new Refused("class_full");
        }
        return get(
                rows.write(
                        session,
                        customer,
                        full ? ClassBookingStatus.WAITLISTED : ClassBookingStatus.BOOKED,
                        verdict.terms().price(),
                        joining.note()));
    }

    private ClassSession held(UUID id) {
        ClassSession session = sessions.hold(id).orElseThrow(() -> new NotFound("class_session"));
        if (session.cancelled()) {
            throw new Refused("class_cancelled");
        }
        return session;
    }

    private void mustBeNew(ClassSession session, UUID customer, Joining joining) {
        if (rows.of(session.id(), customer).filter(b -> b.status().isOn()).isPresent()) {
            throw new Refused("class_booked_already");
        }
        if (!joining.overlap() && rows.isElsewhere(customer, session)) {
            throw new Refused("customer_double_booked");
        }
    }

    /** They are there. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public ClassBooking checkIn(UUID id) {
        return to(id, ClassBookingStatus.CHECKED_IN, null);
    }

    /**
     * They did not come; somebody else may have their place.
     *
     * @throws Refused {@code not_begun} before the class has begun
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public ClassBooking noShow(UUID id) {
        if (get(id).startsAt().isAfter(clock.instant())) {
            throw new Refused("not_begun");
        }
        return to(id, ClassBookingStatus.NO_SHOW, null);
    }

    /** Takes the place they waited for or were offered, or as if nothing had become of it yet. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public ClassBooking reopen(UUID id) {
        return to(id, ClassBookingStatus.BOOKED, null);
    }

    /** Calls off, late or in time as the business's rule has it; the place goes to the next. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public ClassBooking cancel(UUID id, Leaving leaving) {
        Validation.check(leaving);
        ClassBooking present = get(id);
        boolean late = leaving.late() == null ? isLate(present) : leaving.late();
        boolean booked = present.status() == ClassBookingStatus.BOOKED;
        return to(
                id,
                late && booked ? ClassBookingStatus.LATE_CANCELLED : ClassBookingStatus.CANCELLED,
                leaving.reason());
    }

    /** Whether calling off now is later than the business allows; who waits never is. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public boolean isLate(ClassBooking booking) {
        int hours = settings.current().lateCancelHours();
        Instant last = booking.startsAt().minus(Duration.ofHours(hours));
        return hours > 0
                && booking.status() == ClassBookingStatus.BOOKED
                && clock.instant().isAfter(last);
    }

    /**
     * The class is over: who was checked in attended, who was not did not come.
     *
     * @throws Refused {@code not_begun} before the class has begun
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public List<ClassBooking> finish(UUID session) {
        if (held(session).startsAt().isAfter(clock.instant())) {
            throw new Refused("not_begun");
        }
        rows.finish(session);
        return of(session);
    }

    /** The table of {@link ClassBookingStatus#next()} decides; what it is already, it stays. */
    private ClassBooking to(UUID id, ClassBookingStatus status, @Nullable String reason) {
        UUID session = get(id).sessionId();
        held(session);
        ClassBooking present = get(id);
        if (present.status() == status) {
            return present;
        }
        if (!present.status().next().contains(status)) {
            throw new Refused("wrong_class_status", present.status().wireName(), status.wireName());
        }
        rows.status(id, status, null, reason);
        waitlist.fill(session);
        return get(id);
    }
}
