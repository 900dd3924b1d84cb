package app.clientele.calendar.online;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Businesses;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Booking;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.online.BookingLetters.What;
import app.clientele.calendar.online.Result.Lost;
import app.clientele.calendar.rules.MayBook;
import app.clientele.calendar.rules.Verdict;
import app.clientele.calendar.rules.Way;
import app.clientele.calendar.rules.Weight;
import app.clientele.calendar.rules.Wish;
import app.clientele.customers.Customer;
import app.clientele.shared.Caller;
import app.clientele.shared.Open;
import app.clientele.shared.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Books for somebody without an account. Whether a record was found or made is told by nothing in
 * the answer.
 */
@Service
public class OnlineBooker {
    private static final String ELSEWHERE = "customer_double_booked";
    private static final int MOST_TRIES = 8;

    private final OnlineOffer offer;
    private final KnownPeople people;
    private final SuggestedChanges suggestions;
    private final OnlineRequests requests;
    private final Appointments appointments;
    private final BookingLetters letters;
    private final MayBook mayBook;
    private final Businesses businesses;
    private final TransactionTemplate transactions;

    OnlineBooker(
            OnlineOffer offer,
            KnownPeople people,
            SuggestedChanges suggestions,
            OnlineRequests requests,
            Appointments appointments,
            BookingLetters letters,
            MayBook mayBook,
            Businesses businesses,
            TransactionTemplate transactions) {
        this.offer = offer;
        this.people = people;
        this.suggestions = suggestions;
        this.requests = requests;
        this.appointments = appointments;
        this.letters = letters;
        this.mayBook = mayBook;
        this.businesses = businesses;
        this.transactions = transactions;
    }

    /**
     * What was booked.
     *
     * @param secret of the link to it, which was also written to them
     */
    public record Booked(Appointment appointment, String secret) {}

    /**
     * Books it, or asks for it where it has to be accepted; sent again, answers the same.
     *
     * @throws Refused {@code time_gone} when it is not free (or they are to believe so), {@code
     *     call_us} when they may not book online, {@code only_waitlist} when they may only wait
     */
    @Open("whoever comes to the public page books for themselves")
    public Booked book(Wanted wanted, Visitor visitor) {
        wanted.check(businesses.current());
        Caller caller = Caller.current();
        return Visitors.of(caller.business(), caller.actor()).call(() -> tries(wanted, visitor));
    }

    private Booked tries(Wanted wanted, Visitor visitor) {
        Offered choice =
                offer.choice(requireNonNull(wanted.branchId()), requireNonNull(wanted.serviceId()))
                        .orElseThrow(() -> new Refused("not_offered"));
        Set<UUID> taken = new HashSet<>();
        boolean elsewhere = false;
        for (int i = 0; i < MOST_TRIES; i++) {
            var attempt = new Attempt(wanted, visitor, choice, Set.copyOf(taken), elsewhere);
            Result result = once(attempt);
            switch (result) {
                case Result.Done done -> {
                    return done.booked();
                }
                case Result.No no -> throw new Refused(no.code());
                case Result.Taken by -> taken.add(by.staff());
                case Result.Elsewhere _ -> elsewhere = true;
            }
        }
        throw new Refused("time_gone");
    }

    /**
     * One go at it.
     *
     * @param taken colleagues who were free until a moment ago
     * @param elsewhere whether the record is booked at that time already; that may be somebody else
     *     of the family, and telling it would tell who is a customer
     */
    private record Attempt(
            Wanted wanted, Visitor visitor, Offered choice, Set<UUID> taken, boolean elsewhere) {
        Instant start() {
            return requireNonNull(wanted.startsAt());
        }
    }

    private Result once(Attempt attempt) {
        try {
            return requireNonNull(transactions.execute(t -> within(attempt)));
        } catch (Lost lost) {
            return lost.result();
        }
    }

    private Result within(Attempt attempt) {
        var earlier = requests.earlier(attempt.wanted()).map(appointments::get);
        if (earlier.isPresent()) {
            return new Result.Done(new Booked(earlier.get(), letters.link(earlier.get())));
        }
        Customer customer = people.findOrCreate(attempt.wanted());
        UUID staff = free(attempt, customer);
        if (staff == null) {
            throw new Lost(new Result.No("time_gone"));
        }
        Verdict verdict = mayBook.decide(wish(attempt, customer, staff));
        if (isRefused(verdict)) {
            int minutes = attempt.choice().minutes();
            note(customer, attempt, attempt.start().plusSeconds(minutes * 60L), "refused", null);
            suggestions.note(customer, attempt.wanted(), via());
            return new Result.No(why(verdict));
        }
        return book(attempt, customer, staff, verdict);
    }

    /** Who would do it: whom they prefer, if they are known and asked for nobody. */
    private @Nullable UUID free(Attempt attempt, Customer customer) {
        LocalDate day = LocalDate.ofInstant(attempt.start(), attempt.choice().zone());
        Set<UUID> barred =
                customer.details().barredStaff().stream()
                        .map(b -> requireNonNull(b.staffId()))
                        .collect(Collectors.toSet());
        UUID asked = attempt.wanted().staffId();
        return offer
                .day(
                        attempt.choice(),
                        asked,
                        day,
                        customer.details().preferredStaffIds(),
                        asked == null ? barred : Set.of())
                .stream()
                .flatMap(d -> d.starts().stream())
                .filter(s -> s.startsAt().equals(attempt.start()))
                .map(FreeStart::staffIds)
                .flatMap(List::stream)
                .filter(id -> !attempt.taken().contains(id))
                .findFirst()
                .orElse(null);
    }

    private static Wish wish(Attempt attempt, Customer customer, UUID staff) {
        return new Wish(
                customer.id(),
                attempt.choice().serviceId(),
                attempt.choice().branchId(),
                staff,
                attempt.start(),
                Way.ONLINE);
    }

    private static boolean isRefused(Verdict verdict) {
        return !verdict.allowed() || !verdict.of(Weight.WAITLIST).isEmpty();
    }

    /** Who may only wait is told so, and can do that at once. */
    private static String why(Verdict verdict) {
        if (isHushed(verdict)) {
            return "time_gone";
        }
        return verdict.allowed() ? "only_waitlist" : "call_us";
    }

    /** A record out of use is no news to strangers either. */
    private static boolean isHushed(Verdict verdict) {
        return verdict.isSilent()
                || verdict.objections().stream()
                        .anyMatch(o -> o.code().equals("customer_deactivated"));
    }

    private Result book(Attempt attempt, Customer customer, UUID staff, Verdict verdict) {
        boolean request = !verdict.of(Weight.REQUEST).isEmpty();
        Appointment made = appointment(attempt, customer, staff, request);
        if (!note(customer, attempt, made.endsAt(), request ? "requested" : "booked", made)) {
            throw new Lost(new Result.Taken(staff)); // the same form, sent twice at once
        }
        suggestions.note(customer, attempt.wanted(), via());
        What what = request ? What.REQUESTED : What.BOOKED;
        return new Result.Done(new Booked(made, letters.write(what, made, attempt.wanted())));
    }

    private Appointment appointment(
            Attempt attempt, Customer customer, UUID staff, boolean request) {
        try {
            return appointments.book(
                    new Booking(
                            customer.id(),
                            null,
                            null,
                            attempt.choice().branchId(),
                            attempt.choice().serviceId(),
                            staff,
                            attempt.start(),
                            null,
                            null,
                            attempt.wanted().note(),
                            request ? AppointmentStatus.REQUESTED : AppointmentStatus.BOOKED,
                            attempt.elsewhere() ? "Booked online" : null,
                            true));
        } catch (Refused e) {
            String code = e.reasons().getFirst().code();
            throw new Lost(
                    code.equals(ELSEWHERE) ? new Result.Elsewhere() : new Result.Taken(staff));
        }
    }

    private boolean note(
            Customer customer,
            Attempt attempt,
            Instant ends,
            String outcome,
            @Nullable Appointment made) {
        return requests.insert(
                customer.id(), attempt.wanted(), attempt.visitor(), ends, outcome, made);
    }

    private static String via() {
        return Caller.current().door().wireName();
    }
}
