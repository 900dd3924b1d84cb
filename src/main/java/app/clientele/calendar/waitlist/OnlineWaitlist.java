package app.clientele.calendar.waitlist;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Secrets;
import app.clientele.business.Businesses;
import app.clientele.calendar.online.Newcomers;
import app.clientele.calendar.online.Offered;
import app.clientele.calendar.online.OnlineOffer;
import app.clientele.calendar.online.Visitors;
import app.clientele.calendar.rules.MayBook;
import app.clientele.calendar.rules.Verdict;
import app.clientele.calendar.rules.Way;
import app.clientele.calendar.rules.Wish;
import app.clientele.calendar.waitlist.AppointmentWaitlist.Ending;
import app.clientele.calendar.waitlist.WaitlistWrites.Joined;
import app.clientele.customers.Customer;
import app.clientele.shared.Caller;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The line for somebody without an account: they join it, see their wish by a link, and leave.
 * Whether a record was found or made is told by nothing in the answer.
 */
@Service
public class OnlineWaitlist {
    private static final String PROOF = "the link itself is the proof";

    private final AppointmentWaitlist waitlist;
    private final WaitlistRows rows;
    private final OnlineOffer offer;
    private final Newcomers people;
    private final MayBook mayBook;
    private final WaitlistLetters letters;
    private final Businesses businesses;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OnlineWaitlist(
            AppointmentWaitlist waitlist,
            WaitlistRows rows,
            OnlineOffer offer,
            Newcomers people,
            MayBook mayBook,
            WaitlistLetters letters,
            Businesses businesses,
            TransactionTemplate transactions,
            Clock clock) {
        this.waitlist = waitlist;
        this.rows = rows;
        this.offer = offer;
        this.people = people;
        this.mayBook = mayBook;
        this.letters = letters;
        this.businesses = businesses;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Where somebody stands now.
     *
     * @param id of their entry; absent when the same form came before
     * @param secret of the link to it, which was also written to them
     */
    public record Place(@Nullable UUID id, @Nullable String secret) {}

    /**
     * Puts whoever comes at the end of the line.
     *
     * @throws Refused {@code not_offered}, or {@code call_us} when they may not book it at all
     */
    @Open("whoever comes to the public page waits for themselves")
    public Place join(OnlineJoining joining) {
        Caller caller = Caller.current();
        return Visitors.of(caller.business(), caller.actor()).call(() -> joined(joining));
    }

    private Place joined(OnlineJoining joining) {
        UUID branch = joining.branchId();
        UUID service = joining.serviceId();
        Optional<Offered> choice =
                branch == null || service == null
                        ? Optional.empty()
                        : offer.choice(branch, service);
        LocalDate today =
                LocalDate.ofInstant(
                        clock.instant(),
                        choice.map(Offered::zone).orElse(businesses.current().zone()));
        joining.check(businesses.current(), today);
        Offered chosen = choice.orElseThrow(() -> new Refused("not_offered"));
        if (joining.staffId() != null && chosen.colleague(joining.staffId()).isEmpty()) {
            throw new Invalid("staffId", "choice");
        }
        return requireNonNull(transactions.execute(t -> within(joining)));
    }

    private Place within(OnlineJoining joining) {
        Customer customer = people.meet(joining);
        mayWait(customer, joining);
        String secret = Secrets.next();
        UUID id =
                waitlist.join(
                        customer.id(),
                        joining.wish(),
                        new Joined(
                                joining.firstName(),
                                joining.email(),
                                joining.language(),
                                Secrets.hash(secret),
                                Secrets.hash(String.valueOf(joining.submissionId()))));
        if (id == null) {
            return new Place(null, null);
        }
        letters.joined(waitlist.get(id), secret);
        return new Place(id, secret);
    }

    /**
     * Who is to believe that nothing stands against them waits as others do; they are offered
     * nothing by itself, and the desk reads why.
     */
    private void mayWait(Customer customer, OnlineJoining joining) {
        Verdict verdict =
                mayBook.decide(
                        new Wish(
                                customer.id(),
                                requireNonNull(joining.serviceId()),
                                joining.branchId(),
                                joining.staffId(),
                                null,
                                Way.ONLINE));
        boolean out =
                verdict.objections().stream()
                        .anyMatch(o -> o.code().equals("customer_deactivated"));
        if (!verdict.allowed() && !verdict.isSilent() && !out) {
            throw new Refused("call_us");
        }
    }

    /** Nothing when the link is none. */
    @Open(PROOF)
    public Optional<WaitlistEntry> find(String secret) {
        return requireNonNull(transactions.execute(t -> rows.of(Secrets.hash(secret))));
    }

    /** Takes them off the list; once more changes nothing. */
    @Open(PROOF)
    public void leave(String secret) {
        transactions.executeWithoutResult(t -> {
            WaitlistEntry entry =
                    rows.of(Secrets.hash(secret)).orElseThrow(() -> new NotFound("waitlist_entry"));
            if (entry.status().isOpen()) {
                Visitors.of(Caller.current().business(), null)
                        .run(() -> waitlist.end(entry.id(), new Ending(null)));
            }
        });
    }
}
