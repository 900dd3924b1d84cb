package app.clientele.calendar.online;

import app.clientele.business.Business;
import app.clientele.business.Businesses;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Appointments.Cancellation;
import app.clientele.calendar.Move;
import app.clientele.shared.Caller;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where the link in a letter leads: one appointment, to look at, call off or have at another time.
 */
@Service
public class OwnBooking {
    private static final String PROOF = "the link itself is the proof";

    private final BookingLinks links;
    private final Appointments appointments;
    private final Proposals proposals;
    private final OnlineRequests requests;
    private final Businesses businesses;
    private final Clock clock;

    OwnBooking(
            BookingLinks links,
            Appointments appointments,
            Proposals proposals,
            OnlineRequests requests,
            Businesses businesses,
            Clock clock) {
        this.links = links;
        this.appointments = appointments;
        this.proposals = proposals;
        this.requests = requests;
        this.businesses = businesses;
        this.clock = clock;
    }

    /**
     * An appointment as whoever has the link sees it.
     *
     * @param proposal another time they may choose
     * @param cancellable whether they may still call it off
     * @param offered whether its time is kept for them until they have answered
     * @param late whether that would be late by the business's rule
     * @param named whether they asked for this colleague: else it could be one that only a
     *     customer's record prefers, and naming them would tell whoever typed the address
     */
    public record Own(
            Business business,
            Appointment appointment,
            @Nullable Proposal proposal,
            boolean cancellable,
            boolean offered,
            boolean late,
            boolean named) {}

    /** Nothing when the link is none, or over. */
    @Open(PROOF)
    @Transactional(readOnly = true)
    public Optional<Own> find(String secret) {
        return links.find(secret).map(id -> asVisitor(() -> own(id)));
    }

    private Own own(UUID id) {
        Appointment a = appointments.get(id);
        Proposal proposal = proposals.open(id).filter(p -> isAhead(p.startsAt())).orElse(null);
        boolean cancellable =
                a.status().isOpen()
                        && !a.isOffer()
                        && a.status().next().contains(AppointmentStatus.CANCELLED)
                        && isAhead(a.startsAt());
        return new Own(
                businesses.current(),
                a,
                a.status() == AppointmentStatus.REQUESTED ? proposal : null,
                cancellable,
                a.isOffer() && a.offerUntil() != null && isAhead(a.offerUntil()),
                appointments.isLate(a),
                requests.askedFor(a));
    }

    private boolean isAhead(Instant moment) {
        return moment.isAfter(clock.instant());
    }

    /** Calls it off: late or in time, as the business's rule has it. */
    @Open(PROOF)
    @Transactional
    public void cancel(String secret) {
        act(
                secret,
                own -> {
                    if (!own.cancellable()) {
                        throw new Refused("appointment_over");
                    }
                    proposals.close(own.appointment().id(), "withdrawn");
                    return appointments.cancel(
                            own.appointment().id(), new Cancellation(null, null));
                });
    }

    /**
     * Takes the other time, or does not: then the request waits on.
     *
     * @throws Refused {@code double_booked} when that time was taken meanwhile
     */
    @Open(PROOF)
    @Transactional
    public void answer(String secret, boolean yes) {
        act(secret, own -> yes ? take(own) : stay(own));
    }

    private Appointment take(Own own) {
        Proposal proposal = proposed(own);
        UUID id = own.appointment().id();
        long minutes = Duration.between(proposal.startsAt(), proposal.endsAt()).toMinutes();
        proposals.close(id, "accepted");
        appointments.move(
                id,
                new Move(proposal.startsAt(), proposal.staffId(), null, (int) minutes, null, true),
                null);
        return appointments.accept(id);
    }

    private Appointment stay(Own own) {
        proposed(own);
        proposals.close(own.appointment().id(), "refused");
        return own.appointment();
    }

    private static Proposal proposed(Own own) {
        if (own.proposal() == null) {
            throw new Refused("proposal_over");
        }
        return own.proposal();
    }

    private void act(String secret, Function<Own, Appointment> deed) {
        UUID id = links.find(secret).orElseThrow(() -> new NotFound("appointment"));
        asVisitor(() -> deed.apply(own(id)));
    }

    private static <T> T asVisitor(Supplier<T> work) {
        return Visitors.of(Caller.current().business(), null).call(work);
    }
}
