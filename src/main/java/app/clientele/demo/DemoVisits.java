package app.clientele.demo;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Service;
import app.clientele.business.Services;
import app.clientele.calendar.AppointmentSeries;
import app.clientele.calendar.AppointmentSeries.Wish;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Booking;
import app.clientele.calendar.Repetition;
import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.availability.FreeVisits;
import app.clientele.calendar.availability.VisitSearch;
import app.clientele.calendar.availability.VisitSearch.Leg;
import app.clientele.customers.Customers;
import app.clientele.shared.Refused;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * What is not booked singly: services in a row, somebody brought along, the same every week. Booked
 * as the desk would, so that the rules hold.
 */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoVisits {
    private static final int TRIES = 80;
    private static final int STEP = 30;

    private final Appointments appointments;
    private final AppointmentSeries series;
    private final Availability availability;
    private final Services services;
    private final Branches branches;
    private final Customers customers;
    private final Clock clock;

    DemoVisits(
            Appointments appointments,
            AppointmentSeries series,
            Availability availability,
            Services services,
            Branches branches,
            Customers customers,
            Clock clock) {
        this.appointments = appointments;
        this.series = series;
        this.availability = availability;
        this.services = services;
        this.branches = branches;
        this.customers = customers;
        this.clock = clock;
    }

    void book(List<UUID> people) {
        var chance = new Chance(people.size() + 11L);
        for (Branch branch : branches.all(false)) {
            List<Service> offered =
                    services.list(new Services.Filter(null, null, branch.id(), null, false, null));
            if (offered.size() > 1) {
                var place = new Place(branch, offered, people, chance);
                repeat(place, 2, () -> appointments.bookVisit(wish(place, 2, false)));
                repeat(place, 1, () -> appointments.bookVisit(wish(place, 2, true)));
                repeat(place, 2, () -> series.book(weekly(wish(place, 1, false))));
            }
        }
    }

    /** Where something is booked, and among what. */
    private record Place(Branch branch, List<Service> offered, List<UUID> people, Chance chance) {
        LocalDate today(Clock clock) {
            return LocalDate.now(clock.withZone(ZoneId.of(branch.zone())));
        }
    }

    /** Whoever may not be booked, or whatever has no time, is left for another. */
    private static void repeat(Place place, int times, Runnable booking) {
        int done = 0;
        for (int i = 0; i < TRIES && done < times; i++) {
            try {
                booking.run();
                done++;
            } catch (Refused e) {
                place.chance().early(place.people());
            }
        }
    }

    private static Wish weekly(List<Booking> first) {
        var weeks = new Repetition(Repetition.Unit.WEEKS, 1, null, null, 8);
        return new Wish(first, weeks, List.of(), true);
    }

    /**
     * @throws Refused when nothing is free
     */
    private List<Booking> wish(Place place, int parts, boolean guest) {
        LocalDate day = place.today(clock).plusDays(place.chance().between(2, 25));
        List<Leg> legs = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            UUID service = place.chance().early(place.offered()).id();
            legs.add(new Leg(service, null, null, guest, List.of(), Set.of()));
        }
        var search =
                new VisitSearch(
                        place.branch().id(),
                        legs,
                        day,
                        day.plusDays(2),
                        STEP,
                        clock.instant(),
                        Set.of());
        List<FreeVisits.Start> free =
                availability.visits(search).stream().flatMap(d -> d.starts().stream()).toList();
        if (free.isEmpty()) {
            throw new Refused("time_gone");
        }
        UUID person = place.chance().early(place.people());
        String friend =
                guest
                        ? customers.get(place.chance().early(place.people())).details().firstName()
                        : null;
        return bookings(place, person, friend, place.chance().early(free).parts());
    }

    private static List<Booking> bookings(
            Place place, UUID person, @Nullable String guest, List<FreeVisits.Part> parts) {
        List<Booking> all = new ArrayList<>();
        for (FreeVisits.Part part : parts) {
            boolean brought = guest != null && !all.isEmpty();
            all.add(
                    new Booking(
                            person,
                            null,
                            brought ? requireNonNull(guest) : null,
                            place.branch().id(),
                            part.serviceId(),
                            part.staffId(),
                            part.startsAt(),
                            null,
                            null,
                            null,
                            null,
                            null,
                            false));
        }
        return all;
    }
}
