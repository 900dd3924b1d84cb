package app.clientele.demo;

import static java.util.Objects.requireNonNullElse;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Service;
import app.clientele.business.Service.Performer;
import app.clientele.business.Services;
import app.clientele.business.Services.Filter;
import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.availability.Availability.Span;
import app.clientele.calendar.availability.Availability.WorkingTimes;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Two years of appointments of an invented business, and the weeks to come: within everybody's
 * hours, the nearer to today the fuller. Some were called off, a few missed.
 */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoAppointments {
    private static final int PAST_DAYS = 700;
    private static final int DAYS_AHEAD = 28;
    private static final int STEP = 60; // days read at once

    private final Sql sql;
    private final Branches branches;
    private final Services services;
    private final Availability availability;
    private final Clock clock;

    DemoAppointments(
            Sql sql, Branches branches, Services services, Availability availability, Clock clock) {
        this.sql = sql;
        this.branches = branches;
        this.services = services;
        this.availability = availability;
        this.clock = clock;
    }

    /** One to be written. */
    private record Visit(
            UUID customer,
            UUID staff,
            Service service,
            int minutes,
            @Nullable Money price,
            Instant at,
            Instant booked,
            String status) {
        Instant end() {
            return at.plusSeconds(minutes * 60L);
        }

        int after() {
            return service.bufferAfterMinutes();
        }
    }

    /** Who may be picked, and when they were last. */
    private record People(List<UUID> all, Map<UUID, Instant> latest, Chance chance) {
        /** Somebody who was not there in the days before; regulars come more often. */
        @Nullable UUID free(Instant at) {
            for (int i = 0; i < 20; i++) {
                UUID one = chance.early(all);
                Instant last = latest.getOrDefault(one, Instant.MIN);
                if (last.equals(Instant.MIN) || Duration.between(last, at).toDays() > 12) {
                    latest.put(one, at);
                    return one;
                }
            }
            return null;
        }
    }

    @Transactional
    public void book() {
        List<UUID> customers =
                sql.of(
                                "select id from customer where business_id = :business and deactivated_at is null order by number")
                        .query(UUID.class)
                        .list();
        var chance = new Chance(customers.size());
        var people = new People(customers, new HashMap<>(), chance);
        for (Branch branch : branches.all(false)) {
            var offered = services.list(new Filter(null, null, branch.id(), null, false, null));
            LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(branch.zone())));
            LocalDate end = today.plusDays(DAYS_AHEAD);
            for (LocalDate from = today.minusDays(PAST_DAYS);
                    from.isBefore(end);
                    from = from.plusDays(STEP)) {
                LocalDate to = from.plusDays(STEP - 1L);
                List<WorkingTimes> times =
                        availability.working(branch.id(), from, to.isAfter(end) ? end : to);
                List<Visit> visits = new ArrayList<>();
                times.forEach(t -> visits.addAll(fill(t, offered, people)));
                write(branch.id(), visits);
            }
        }
    }

    private List<Visit> fill(WorkingTimes times, List<Service> offered, People people) {
        List<Service> own =
                offered.stream().filter(s -> performer(s, times.staffId()) != null).toList();
        List<Visit> visits = new ArrayList<>();
        if (!own.isEmpty()) {
            times.working().stream()
                    .filter(span -> times.away().stream().noneMatch(a -> overlap(a, span)))
                    .forEach(span -> visits.addAll(fill(span, times.staffId(), own, people)));
        }
        return visits;
    }

    private static boolean overlap(Span one, Span other) {
        return one.startsAt().isBefore(other.endsAt()) && other.startsAt().isBefore(one.endsAt());
    }

    private static @Nullable Performer performer(Service service, UUID staff) {
        return service.performers().stream()
                .filter(p -> p.active() && p.staffId().equals(staff))
                .findFirst()
                .orElse(null);
    }

    private List<Visit> fill(Span span, UUID staff, List<Service> own, People people) {
        List<Visit> visits = new ArrayList<>();
        long days = Duration.between(clock.instant(), span.startsAt()).toDays();
        int likely = days > 10 ? 25 : days > -20 ? 65 : 14;
        Instant at = span.startsAt();
        while (at.isBefore(span.endsAt())) {
            Service service = people.chance().early(own);
            Instant begins = at.plus(service.bufferBeforeMinutes(), ChronoUnit.MINUTES);
            Visit visit =
                    people.chance().percent(likely) ? visit(begins, staff, service, people) : null;
            if (visit != null && !visit.end().isAfter(span.endsAt())) {
                visits.add(visit);
                at = quarter(visit.end().plus(visit.after(), ChronoUnit.MINUTES));
            } else {
                at = at.plus(45, ChronoUnit.MINUTES);
            }
        }
        return visits;
    }

    private static Instant quarter(Instant at) {
        long step = 900;
        return Instant.ofEpochSecond((at.getEpochSecond() + step - 1) / step * step);
    }

    private @Nullable Visit visit(Instant at, UUID staff, Service service, People people) {
        UUID customer = people.free(at);
        Performer performer = performer(service, staff);
        if (customer == null || performer == null) {
            return null;
        }
        int ahead = people.chance().between(1, 20);
        Instant booked = at.minus(ahead, ChronoUnit.DAYS);
        Instant now = clock.instant();
        int minutes = requireNonNullElse(performer.minutes(), service.minutes());
        return new Visit(
                customer,
                staff,
                service,
                minutes,
                performer.price() == null ? service.price() : performer.price(),
                at,
                booked.isAfter(now)
                        ? now.minus(people.chance().between(1, 90), ChronoUnit.HOURS)
                        : booked,
                status(at, at.plusSeconds(minutes * 60L), now, people.chance()));
    }

    private static String status(Instant at, Instant end, Instant now, Chance chance) {
        if (at.isAfter(now)) {
            return chance.percent(30) ? "confirmed" : "booked";
        }
        if (end.isAfter(now)) {
            return "in_service";
        }
        int luck = chance.between(1, 100);
        return luck <= 5
                ? "cancelled"
                : luck <= 7 ? "late_cancelled" : luck <= 11 ? "no_show" : "completed";
    }

    /** Booked first, so that the log tells both. */
    private void write(UUID branch, List<Visit> visits) {
        UUID[] ids = visits.stream().map(v -> Ids.next()).toArray(UUID[]::new);
        sql.of(
                        """
                        insert into appointment (business_id, id, customer_id, visit_id, branch_id, service_id, service_name, staff_id,
                            starts_at, ends_at, busy, status, held, price_minor, currency, created_via, created_at, updated_at)
                        select :business, v.id, v.customer, v.id, :branch, v.service, v.name, v.staff, v.starts, v.ends,
                            tstzrange(v.starts - v.before * interval '1 minute', v.ends + v.after * interval '1 minute'),
                            'booked', true, v.price, v.currency, 'page', v.booked, v.booked
                        from unnest(:ids, :customers, :services, :names, :staff, :starts::timestamptz[], :ends::timestamptz[], :before, :after, :prices, :currencies,
                            :booked::timestamptz[]) v(id, customer, service, name, staff, starts, ends, before, after, price, currency, booked)
                        """)
                .param("branch", branch)
                .param("ids", ids)
                .param("customers", visits.stream().map(Visit::customer).toArray(UUID[]::new))
                .param("services", visits.stream().map(v -> v.service().id()).toArray(UUID[]::new))
                .param("names", visits.stream().map(v -> v.service().name()).toArray(String[]::new))
                .param("staff", visits.stream().map(Visit::staff).toArray(UUID[]::new))
                .param("starts", moments(visits.stream().map(Visit::at).toList()))
                .param("ends", moments(visits.stream().map(Visit::end).toList()))
                .param(
                        "before",
                        visits.stream()
                                .map(v -> v.service().bufferBeforeMinutes())
                                .toArray(Integer[]::new))
                .param("after", visits.stream().map(Visit::after).toArray(Integer[]::new))
                .param(
                        "prices",
                        visits.stream().map(v -> Amounts.minor(v.price())).toArray(Long[]::new))
                .param(
                        "currencies",
                        visits.stream()
                                .map(v -> Amounts.currency(v.price()))
                                .toArray(String[]::new))
                .param("booked", moments(visits.stream().map(Visit::booked).toList()))
                .update();
        sql.of(
                        """
                        update appointment a set status = v.status, held = v.status in ('confirmed', 'in_service', 'completed'),
                            version = version + 1
                        from unnest(:ids, :statuses) v(id, status)
                        where a.business_id = :business and a.id = v.id and v.status <> 'booked'
                        """)
                .param("ids", ids)
                .param("statuses", visits.stream().map(Visit::status).toArray(String[]::new))
                .update();
    }

    /** As texts: the driver takes no arrays of moments. */
    private static String[] moments(List<Instant> instants) {
        return instants.stream().map(Instant::toString).toArray(String[]::new);
    }

    /** Whoever asks to be forgotten no longer comes. */
    @Transactional
    void callOff(UUID customer) {
        sql.of(
                        """
                        update appointment set status = 'cancelled', held = false, version = version + 1, updated_at = now()
                        where business_id = :business and customer_id = :customer and starts_at > now()
                            and status in ('requested', 'booked', 'confirmed')
                        """)
                .param("customer", customer)
                .update();
    }
}
