package app.clientele.calendar.waitlist;

import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.rules.MayBook;
import app.clientele.calendar.rules.Way;
import app.clientele.calendar.rules.Wish;
import app.clientele.calendar.waitlist.OfferRows.Freed;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Offers what got free to the first in the line whom it suits. What is offered takes its time at
 * once, so the next one is offered what is left.
 */
@Component
class WaitlistRound {
    private static final int MOST = 500;
    private static final int TRIES = 3;

    private final WaitlistRows rows;
    private final OfferRows offers;
    private final SuitingTimes times;
    private final WaitlistOffers maker;
    private final BookingSettings settings;
    private final MayBook mayBook;
    private final TransactionTemplate nested;

    WaitlistRound(
            WaitlistRows rows,
            OfferRows offers,
            SuitingTimes times,
            WaitlistOffers maker,
            BookingSettings settings,
            MayBook mayBook,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.offers = offers;
        this.times = times;
        this.maker = maker;
        this.settings = settings;
        this.mayBook = mayBook;
        this.nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** The businesses in which there is something to do. */
    @Transactional(readOnly = true)
    public List<UUID> businesses() {
        return offers.businessesWithWork();
    }

    /** Looks at all that got free since the last time; a second run finds nothing. */
    @Transactional
    public void pass() {
        List<Freed> freed = offers.takeFreed();
        if (freed.isEmpty() || !settings.current().waitlistAutomatic()) {
            return;
        }
        rows.line(MOST).forEach(entry -> offer(entry, freed));
    }

    /** One search for each who waits, however much got free. */
    private void offer(WaitlistEntry entry, List<Freed> freed) {
        List<Freed> theirs = freed.stream().filter(f -> concerns(entry, f)).toList();
        if (theirs.isEmpty()) {
            return;
        }
        List<FreeStart> found = attempt(() -> times.within(entry, theirs)).orElse(List.of());
        for (FreeStart start : found.subList(0, Math.min(TRIES, found.size()))) {
            if (attempt(() -> offer(entry, start)).orElse(false)) {
                return;
            }
        }
    }

    /** What was free before they came they could have taken. */
    private static boolean concerns(WaitlistEntry entry, Freed freed) {
        boolean since = freed.createdAt().isAfter(entry.createdAt());
        boolean there = freed.branchId() == null || freed.branchId().equals(entry.branchId());
        boolean with =
                freed.staffId() == null
                        || entry.staffId() == null
                        || freed.staffId().equals(entry.staffId());
        return since && there && with;
    }

    private boolean offer(WaitlistEntry entry, FreeStart start) {
        UUID staff = start.staffIds().getFirst();
        var wish =
                new Wish(
                        entry.customerId(),
                        entry.serviceId(),
                        entry.branchId(),
                        staff,
                        start.startsAt(),
                        Way.ONLINE);
        // what is not booked online by customers themselves may still be waited for
        if (!mayBook.decide(wish).aboutTheCustomer().allowed()) {
            return false;
        }
        maker.make(entry.id(), start.startsAt(), staff, true);
        return true;
    }

    /** Behind a savepoint: what is refused one of them leaves the others theirs. */
    private <T> Optional<T> attempt(Supplier<T> work) {
        try {
            return Optional.ofNullable(nested.execute(status -> work.get()));
        } catch (Refused | Invalid | NotFound e) {
            return Optional.empty();
        }
    }
}
