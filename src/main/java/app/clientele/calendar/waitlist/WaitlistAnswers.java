package app.clientele.calendar.waitlist;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.OfferedTimes;
import app.clientele.calendar.online.BookingLetters;
import app.clientele.calendar.online.BookingLetters.What;
import app.clientele.calendar.online.OwnBooking;
import app.clientele.calendar.online.Visitors;
import app.clientele.calendar.rules.MayBook;
import app.clientele.calendar.rules.Verdict;
import app.clientele.calendar.rules.Way;
import app.clientele.calendar.rules.Weight;
import app.clientele.calendar.rules.Wish;
import app.clientele.calendar.waitlist.OfferRows.Offer;
import app.clientele.shared.Caller;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of an offer: taken, not wanted, not answered in time, or taken back. All of them
 * queue at the appointment that keeps its time, so that one of them has the last word.
 */
@Service
public class WaitlistAnswers {
    private final OfferRows offers;
    private final WaitlistWrites writes;
    private final WaitlistRows rows;
    private final OfferedTimes kept;
    private final OwnBooking own;
    private final MayBook mayBook;
    private final BookingLetters letters;
    private final Clock clock;

    WaitlistAnswers(
            OfferRows offers,
            WaitlistWrites writes,
            WaitlistRows rows,
            OfferedTimes kept,
            OwnBooking own,
            MayBook mayBook,
            BookingLetters letters,
            Clock clock) {
        this.offers = offers;
        this.writes = writes;
        this.rows = rows;
        this.kept = kept;
        this.own = own;
        this.mayBook = mayBook;
        this.letters = letters;
        this.clock = clock;
    }

    /** Who answers decides whether the business has still to accept. */
    private enum By {
        CUSTOMER,
        DESK
    }

    /**
     * The customer's own answer, by the link in their letter; the same once more changes nothing.
     *
     * @throws Refused {@code offer_over} when the time is no longer kept for them
     */
    @Open("the link itself is the proof")
    @Transactional
    public void answer(String secret, boolean yes) {
        UUID appointment =
                own.find(secret).orElseThrow(() -> new NotFound("appointment")).appointment().id();
        Visitors.of(Caller.current().business(), null)
                .run(() -> {
                    Offer offer =
                            offers.of(appointment).orElseThrow(() -> new Refused("offer_over"));
                    if (yes) {
                        take(offer, By.CUSTOMER);
                    } else {
                        leave(offer, "declined");
                    }
                });
    }

    /** They told the desk that they take it. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment accept(UUID entry) {
        return take(open(entry), By.DESK);
    }

    /** They told the desk that they do not; they wait on for another time. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public void decline(UUID entry) {
        leave(open(entry), "declined");
    }

    /** The business takes the offer back; they wait on. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public void withdraw(UUID entry) {
        leave(open(entry), "withdrawn");
    }

    private Offer open(UUID entry) {
        WaitlistOffer offer =
                rows.find(entry).orElseThrow(() -> new NotFound("waitlist_entry")).offer();
        if (offer == null) {
            throw new Refused("offer_over");
        }
        return offers.find(offer.id()).orElseThrow();
    }

    /** As it is once nobody else can answer any more. */
    private Offer held(Offer seen) {
        kept.hold(seen.appointmentId());
        return offers.find(seen.id()).orElseThrow();
    }

    private Appointment take(Offer seen, By by) {
        Offer offer = held(seen);
        if (offer.state().equals("accepted")) {
            return kept.hold(offer.appointmentId());
        }
        if (!offer.isOpen() || !offer.offerUntil().isAfter(clock.instant())) {
            throw new Refused("offer_over");
        }
        Appointment present = kept.hold(offer.appointmentId());
        boolean request = by == By.CUSTOMER && offer.automatic() && mustBeAccepted(present);
        offers.state(offer.id(), "accepted");
        writes.status(offer.entryId(), "booked", null);
        Appointment taken = request ? kept.ask(present.id()) : kept.take(present.id());
        letters.write(request ? What.REQUESTED : What.BOOKED, taken, taken.startsAt(), null);
        return taken;
    }

    /** What a colleague offered by hand is accepted already. */
    private boolean mustBeAccepted(Appointment appointment) {
        Verdict verdict =
                mayBook.decide(
                                new Wish(
                                        appointment.customerId(),
                                        appointment.serviceId(),
                                        appointment.branchId(),
                                        appointment.staffId(),
                                        appointment.startsAt(),
                                        Way.ONLINE))
                        .aboutTheCustomer();
        if (!verdict.allowed()) {
            throw new Refused("call_us");
        }
        return !verdict.of(Weight.REQUEST).isEmpty();
    }

    private void leave(Offer seen, String state) {
        Offer offer = held(seen);
        if (offer.state().equals(state)) {
            return;
        }
        if (!offer.isOpen()) {
            throw new Refused("offer_over");
        }
        offers.state(offer.id(), state);
        kept.leave(offer.appointmentId());
    }

    /** Offers whose time to answer is over. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional(readOnly = true)
    public List<UUID> lapsing() {
        return offers.lapsed(clock.instant());
    }

    /** Frees what was not taken in time; whoever took it meanwhile has it. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public void lapse(UUID id) {
        Offer offer = held(offers.find(id).orElseThrow(() -> new NotFound("waitlist_offer")));
        if (offer.isOpen() && !offer.offerUntil().isAfter(clock.instant())) {
            offers.state(id, "lapsed");
            kept.leave(offer.appointmentId());
        }
    }
}
