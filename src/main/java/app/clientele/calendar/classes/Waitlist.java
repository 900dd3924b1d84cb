package app.clientele.calendar.classes;

import app.clientele.calendar.offers.OfferTerm;
import app.clientele.calendar.rules.MayBook;
import app.clientele.calendar.rules.Way;
import app.clientele.calendar.rules.Wish;
import app.clientele.database.Sql;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes places on to whoever waits longest, if they may be booked by then: at once, or as an offer
 * with a term where the class has it so.
 */
@Component
class Waitlist {
    private final SessionRows sessions;
    private final BookingRows bookings;
    private final ClassKinds kinds;
    private final MayBook mayBook;
    private final ClassLetters letters;
    private final Sql sql;
    private final Clock clock;

    Waitlist(
            SessionRows sessions,
            BookingRows bookings,
            ClassKinds kinds,
            MayBook mayBook,
            ClassLetters letters,
            Sql sql,
            Clock clock) {
        this.sessions = sessions;
        this.bookings = bookings;
        this.kinds = kinds;
        this.mayBook = mayBook;
        this.letters = letters;
        this.sql = sql;
        this.clock = clock;
    }

    /** Gives away what is free; whoever comes at the same time waits until it is given. */
    @Transactional
    public void fill(UUID id) {
        sessions.hold(id)
                .filter(s -> !s.cancelled() && s.free() > 0 && s.waiting() > 0)
                .filter(s -> s.startsAt().isAfter(clock.instant()))
                .ifPresent(this::give);
    }

    private void give(ClassSession session) {
        Integer minutes = kinds.offerMinutes(session.kindId());
        bookings.waiting(session.id()).stream()
                .filter(next -> mayStill(session, next))
                .limit(session.free())
                .forEach(next -> give(session, next, minutes));
    }

    private boolean mayStill(ClassSession session, ClassBooking waiting) {
        return mayBook.decide(wish(session, waiting.customerId())).aboutTheCustomer().allowed();
    }

    static Wish wish(ClassSession session, UUID customer) {
        return new Wish(
                customer,
                session.kindId(),
                session.branchId(),
                session.staffId(),
                session.startsAt(),
                Way.DESK);
    }

    private void give(ClassSession session, ClassBooking next, @Nullable Integer minutes) {
        Instant until = until(session, minutes);
        bookings.status(
                next.id(),
                until == null ? ClassBookingStatus.BOOKED : ClassBookingStatus.OFFERED,
                until,
                null);
        letters.place(session, next, until);
    }

    /** An offer does not outlast the beginning of the class. */
    private @Nullable Instant until(ClassSession session, @Nullable Integer minutes) {
        if (minutes == null) {
            return null;
        }
        return OfferTerm.until(clock.instant(), minutes, session.startsAt());
    }

    /** The businesses in which somebody's time to answer is over. */
    @Transactional(readOnly = true)
    public List<UUID> businesses() {
        return sql.acrossBusinesses("select businesses_with_offers_lapsed()")
                .query(UUID.class)
                .list();
    }

    @Transactional(readOnly = true)
    public List<UUID> lapsing() {
        return bookings.sessionsWithLapsedOffers(clock.instant());
    }

    /** Takes back what was not taken in time, and passes it on; a second run finds nothing. */
    @Transactional
    public void lapse(UUID session) {
        sessions.hold(session);
        bookings.lapse(session, clock.instant());
        fill(session);
    }
}
