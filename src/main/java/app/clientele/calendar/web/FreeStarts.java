package app.clientele.calendar.web;

import static java.util.Objects.requireNonNull;

import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.availability.FreeVisits;
import app.clientele.calendar.availability.VisitSearch;
import app.clientele.calendar.availability.VisitSearch.Leg;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.web.BookForm.Start;
import app.clientele.customers.Customer;
import app.clientele.shared.Invalid;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Free times as the desk's form offers them: for what was chosen in it so far. */
class FreeStarts {
    /** Who stands at the desk may have come a little before the quarter. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private final Availability availability;
    private final BookingSettings settings;
    private final Clock clock;

    FreeStarts(Availability availability, BookingSettings settings, Clock clock) {
        this.availability = availability;
        this.settings = settings;
        this.clock = clock;
    }

    /** When the step of the grid began in which somebody walks in. */
    LocalTime justBegun(ZoneId zone) {
        LocalTime now = LocalTime.ofInstant(clock.instant(), zone).truncatedTo(ChronoUnit.MINUTES);
        int minutes = now.getHour() * 60 + now.getMinute();
        return now.minusMinutes(minutes % settings.current().slotMinutes());
    }

    /** Those of the day in the form, for all its parts; none while service or day are missing. */
    List<FreeVisits.Start> of(Typed typed, List<BookPart> parts) {
        LocalDate day = WallClock.date(typed);
        UUID branch = BookForms.uuid(typed.value("branchId"));
        if (day == null || branch == null || parts.getFirst().service() == null) {
            return List.of();
        }
        try {
            return availability.visits(search(branch, day, parts)).getFirst().starts();
        } catch (Invalid e) {
            return List.of(); // sending the form tells what is wrong with it
        }
    }

    private VisitSearch search(UUID branch, LocalDate day, List<BookPart> parts) {
        return new VisitSearch(
                branch,
                parts.stream().filter(p -> p.service() != null).map(FreeStarts::leg).toList(),
                day,
                day,
                settings.current().slotMinutes(),
                clock.instant().minus(GRACE),
                Set.of());
    }

    private static Leg leg(BookPart part) {
        Customer person = part.person();
        return new Leg(
                requireNonNull(part.service()).id(),
                part.staffId(),
                part.minutes(),
                part.atStart(),
                person == null ? List.of() : person.details().preferredStaffIds(),
                person == null ? Set.of() : barred(person));
    }

    private static Set<UUID> barred(Customer customer) {
        return customer.details().barredStaff().stream()
                .map(b -> b.staffId())
                .collect(Collectors.toSet());
    }

    /** Each time once, though the clock may show it twice. */
    static List<Start> told(List<FreeVisits.Start> free, View view, ZoneId zone) {
        Map<String, Start> told = new LinkedHashMap<>();
        for (FreeVisits.Start start : free) {
            LocalTime there = LocalTime.ofInstant(start.startsAt(), zone);
            String time = "%02d:%02d".formatted(there.getHour(), there.getMinute());
            String words = AppointmentWords.at(view, zone).time(start.startsAt());
            told.putIfAbsent(time, new Start(time, words));
        }
        return List.copyOf(told.values());
    }
}
