package app.clientele.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.clientele.business.Branches;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.online.Offered;
import app.clientele.calendar.online.OnlineBooker;
import app.clientele.calendar.online.OnlineOffer;
import app.clientele.calendar.online.Visitor;
import app.clientele.calendar.online.Wanted;
import app.clientele.calendar.rules.OnlineBookings;
import app.clientele.calendar.rules.OnlineBookings.OnlineBookingDetails;
import app.clientele.calendar.rules.OnlineRule;
import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.shared.Caller;
import app.clientele.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * What customers of an invented business asked for on its public page: some wait to be accepted,
 * some typed what their record says otherwise.
 */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoRequests {
    private static final int MOST = 9;
    private static final OnlineBookingDetails ACCEPTANCE =
            new OnlineBookingDetails(OnlineRule.REQUIRE_ACCEPTANCE, null, null, null, null, false);
    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1";
    private static final String COMPUTER =
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private final Branches branches;
    private final OnlineOffer offer;
    private final OnlineBooker booker;
    private final OnlineBookings rules;
    private final Customers customers;
    private final Clock clock;

    DemoRequests(
            Branches branches,
            OnlineOffer offer,
            OnlineBooker booker,
            OnlineBookings rules,
            Customers customers,
            Clock clock) {
        this.branches = branches;
        this.offer = offer;
        this.booker = booker;
        this.rules = rules;
        this.customers = customers;
        this.clock = clock;
    }

    /** Two of three must be accepted. */
    void restrict(List<UUID> people) {
        List<Customer> chosen = chosen(people);
        for (int i = 0; i < chosen.size(); i++) {
            UUID customer = chosen.get(i).id();
            if (i % 3 < 2 && !rules.of(customer).said()) {
                rules.set(customer, ACCEPTANCE, null);
            }
        }
    }

    /** Each third types another name than their record says. */
    void ask(List<UUID> people) {
        List<Customer> chosen = chosen(people);
        for (int i = 0; i < chosen.size(); i++) {
            ask(chosen.get(i), i);
        }
    }

    private List<Customer> chosen(List<UUID> people) {
        return customers.get(people.subList(0, Math.min(120, people.size()))).stream()
                .filter(c -> !c.details().emails().isEmpty())
                .filter(c -> !c.details().phones().isEmpty())
                .filter(c -> c.deactivatedAt() == null && c.lock() == null)
                .skip(12)
                .limit(MOST)
                .toList();
    }

    private void ask(Customer customer, int i) {
        offered(i)
                .ifPresent(offered ->
                        start(offered, i).ifPresent(at -> book(customer, offered, at, i)));
    }

    private Optional<Offered> offered(int i) {
        var places = branches.all(false);
        var place = places.get(i % places.size());
        var services = offer.services(place.id());
        return services.isEmpty()
                ? Optional.empty()
                : offer.choice(place.id(), services.get(i % services.size()).id());
    }

    private Optional<Instant> start(Offered offered, int i) {
        YearMonth month = YearMonth.now(clock.withZone(offered.zone()));
        List<FreeStart> free =
                List.of(month, month.plusMonths(1)).stream()
                        .flatMap(m -> offer.free(offered, null, m).stream())
                        .flatMap(day -> day.starts().stream())
                        .toList();
        return free.isEmpty()
                ? Optional.empty()
                : Optional.of(free.get((7 + i * 23) % free.size()).startsAt());
    }

    private void book(Customer customer, Offered offered, Instant at, int i) {
        var visitor = Visitor.of(i % 2 == 0 ? PHONE : COMPUTER, "192.0.2." + i);
        try {
            booker.book(wanted(customer, offered, at, i), visitor);
        } catch (Refused e) {
            // who may not book leaves a request that was refused, as it does for anybody
        }
    }

    private static Wanted wanted(Customer customer, Offered offered, Instant at, int i) {
        var details = customer.details();
        boolean differs = i % 3 == 2;
        return new Wanted(
                offered.branchId(),
                offered.serviceId(),
                null,
                at,
                differs ? nick(details.firstName()) : details.firstName(),
                details.lastName() == null ? "-" : details.lastName(),
                details.emails().getFirst().address(),
                details.phones().getFirst().number(),
                note(i),
                true,
                null,
                UUID.nameUUIDFromBytes((Caller.current().business() + "" + i).getBytes(UTF_8)));
    }

    private static String nick(@Nullable String name) {
        String whole = String.valueOf(name);
        return whole.length() > 3
                ? whole.substring(0, whole.offsetByCodePoints(0, 3))
                : whole + "y";
    }

    private static @Nullable String note(int i) {
        return i % 4 == 0 ? "I may be five minutes late." : null;
    }
}
