package app.clientele.calendar.online;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Service;
import app.clientele.business.Services;
import app.clientele.business.Services.Filter;
import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.availability.Availability.FreeDay;
import app.clientele.calendar.availability.Search;
import app.clientele.calendar.rules.BookingSettings.Rules;
import app.clientele.shared.Open;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/** What somebody without an account may choose from: where, what, with whom and when. */
@org.springframework.stereotype.Service
public class OnlineOffer {
    private static final String PUBLIC = "it is what the business shows to everybody";

    private final Branches branches;
    private final Services services;
    private final OfferedRows choices;
    private final Availability availability;
    private final Clock clock;

    OnlineOffer(
            Branches branches,
            Services services,
            OfferedRows choices,
            Availability availability,
            Clock clock) {
        this.branches = branches;
        this.services = services;
        this.choices = choices;
        this.availability = availability;
        this.clock = clock;
    }

    /** The branches at which anything can be booked. */
    @Open(PUBLIC)
    @Transactional(readOnly = true)
    public List<Branch> branches() {
        List<Service> offered = offered(null);
        return branches.all(false).stream()
                .filter(b -> offered.stream().anyMatch(s -> isAt(s, b.id())))
                .toList();
    }

    private static boolean isAt(Service service, UUID branch) {
        return service.branchIds().isEmpty() || service.branchIds().contains(branch);
    }

    /** What can be booked at a branch, by category. */
    @Open(PUBLIC)
    @Transactional(readOnly = true)
    public List<Service> services(UUID branch) {
        return offered(branch);
    }

    private List<Service> offered(@Nullable UUID branch) {
        return services.list(new Filter(null, null, branch, null, false, null)).stream()
                .filter(s -> s.online() && s.performers().stream().anyMatch(p -> p.active()))
                .toList();
    }

    /** A service at a branch, if it can be booked there. */
    @Open(PUBLIC)
    @Transactional(readOnly = true)
    public Optional<Offered> choice(UUID branch, UUID service) {
        return choices.find(branch, service);
    }

    /** The free times of one month, as far as one may book ahead. */
    @Open(PUBLIC)
    public List<FreeDay> free(Offered choice, @Nullable UUID staff, YearMonth month) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), choice.zone());
        LocalDate from = later(month.atDay(1), today);
        LocalDate to = earlier(month.atEndOfMonth(), today.plusDays(choice.rules().aheadDays()));
        return to.isBefore(from)
                ? List.of()
                : availability.free(search(choice, staff, from, to, List.of(), Set.of()));
    }

    /** Those of one day, for somebody who prefers some colleagues and must not meet others. */
    List<FreeDay> day(
            Offered choice,
            @Nullable UUID staff,
            LocalDate day,
            List<UUID> preferred,
            Set<UUID> barred) {
        LocalDate last =
                LocalDate.ofInstant(clock.instant(), choice.zone())
                        .plusDays(choice.rules().aheadDays());
        return day.isAfter(last)
                ? List.of()
                : availability.free(search(choice, staff, day, day, preferred, barred));
    }

    private Search search(
            Offered choice,
            @Nullable UUID staff,
            LocalDate from,
            LocalDate to,
            List<UUID> preferred,
            Set<UUID> barred) {
        Rules rules = choice.rules();
        Instant soonest = clock.instant().plus(Duration.ofMinutes(rules.noticeMinutes()));
        return new Search(
                choice.branchId(),
                choice.serviceId(),
                staff,
                from,
                to,
                null,
                rules.slotMinutes(),
                soonest,
                preferred,
                barred,
                Set.of());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
