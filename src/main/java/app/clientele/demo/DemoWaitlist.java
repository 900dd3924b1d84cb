package app.clientele.demo;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Service;
import app.clientele.business.Staff;
import app.clientele.calendar.online.OnlineOffer;
import app.clientele.calendar.waitlist.AppointmentWaitlist;
import app.clientele.calendar.waitlist.AppointmentWaitlist.Favour;
import app.clientele.calendar.waitlist.Joining;
import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.calendar.waitlist.WaitlistOffers;
import app.clientele.calendar.waitlist.WaitlistOffers.Offering;
import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.shared.Caller;
import app.clientele.shared.Caller.Door;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Who waits for a time at an invented business: a few at each branch, one with an offer. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoWaitlist {
    private static final int MOST = 7;
    private static final List<String> NOTES =
            List.of("Can come at short notice.", "Only if it does not take longer than usual.");

    private final AppointmentWaitlist waitlist;
    private final WaitlistOffers offers;
    private final OnlineOffer offered;
    private final Branches branches;
    private final Staff staff;
    private final Customers customers;
    private final Clock clock;

    DemoWaitlist(
            AppointmentWaitlist waitlist,
            WaitlistOffers offers,
            OnlineOffer offered,
            Branches branches,
            Staff staff,
            Customers customers,
            Clock clock) {
        this.waitlist = waitlist;
        this.offers = offers;
        this.offered = offered;
        this.branches = branches;
        this.staff = staff;
        this.customers = customers;
        this.clock = clock;
    }

    /** One stands first for a reason, one is offered a time by hand. */
    void fill(List<UUID> people) {
        UUID colleague = staff.all().getFirst().id();
        new Caller(Caller.current().business(), colleague, Door.PAGE, null, Permission.all())
                .run(() -> line(people));
    }

    private void line(List<UUID> people) {
        List<WaitlistEntry> line = new ArrayList<>();
        List<Customer> chosen = chosen(people);
        for (int i = 0; i < chosen.size(); i++) {
            join(chosen.get(i), i).ifPresent(line::add);
        }
        if (line.size() > 3) {
            waitlist.first(line.get(3).id(), new Favour("We had to call off their last visit"));
        }
        for (WaitlistEntry entry : line) {
            if (isOffered(entry)) {
                return;
            }
        }
    }

    private List<Customer> chosen(List<UUID> people) {
        int from = Math.min(130, people.size());
        return customers.get(people.subList(from, Math.min(180, people.size()))).stream()
                .filter(c -> !c.details().emails().isEmpty())
                .filter(c -> c.deactivatedAt() == null && c.lock() == null)
                .limit(MOST)
                .toList();
    }

    private Optional<WaitlistEntry> join(Customer customer, int i) {
        List<Branch> places = branches.all(false);
        Branch place = places.get(i % places.size());
        List<Service> services = offered.services(place.id());
        if (services.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    waitlist.join(wish(customer, place, services.get(i % 3 % services.size()), i)));
        } catch (Refused e) {
            return Optional.empty(); // nobody waits for what they must not be booked for
        }
    }

    private Joining wish(Customer customer, Branch place, Service service, int i) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(place.zone()));
        return new Joining(
                customer.id(),
                place.id(),
                service.id(),
                null,
                today,
                today.plusDays(10L + i),
                i % 3 == 1 ? List.of(1, 2, 3, 4, 5) : null,
                i % 2 == 0 ? null : LocalTime.of(13, 0),
                i % 4 == 2 ? LocalTime.of(13, 0) : null,
                i % 3 == 0 ? NOTES.get(i / 3 % NOTES.size()) : null);
    }

    private boolean isOffered(WaitlistEntry entry) {
        return offers.times(entry.id()).stream()
                .skip(12)
                .limit(5)
                .anyMatch(start -> isOffered(entry, new Offering(start.startsAt(), null)));
    }

    private boolean isOffered(WaitlistEntry entry, Offering offering) {
        try {
            offers.offer(entry.id(), offering);
            return true;
        } catch (Refused e) {
            return false; // taken, or they are elsewhere: the next one then
        }
    }
}
