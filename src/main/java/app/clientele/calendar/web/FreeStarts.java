package app.clientele.calendar.web;

import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.availability.Search;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.web.BookForm.Start;
import app.clientele.customers.Customer;
import app.clientele.shared.Invalid;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** Those of the day in the form; none while service or day are missing. */
    List<FreeStart> of(Typed typed, Optional<Customer> customer) {
        LocalDate day = WallClock.date(typed);
        UUID branch = BookPages.uuid(typed.value("branchId"));
        UUID service = BookPages.uuid(typed.value("serviceId"));
        if (day == null || branch == null || service == null) {
            return List.of();
        }
        try {
            return availability.free(search(typed, customer, day)).getFirst().starts();
        } catch (Invalid e) {
            return List.of(); // sending the form tells what is wrong with it
        }
    }

    private Search search(Typed typed, Optional<Customer> customer, LocalDate day) {
        return new Search(
                BookPages.uuid(typed.value("branchId")),
                BookPages.uuid(typed.value("serviceId")),
                BookPages.uuid(typed.value("staffId")),
                day,
                day,
                minutes(typed.value("minutes")),
                settings.current().slotMinutes(),
                clock.instant().minus(GRACE),
                customer.map(c -> c.details().preferredStaffIds()).orElse(List.of()),
                customer.map(FreeStarts::barred).orElse(Set.of()),
                Set.of());
    }

    private static Set<UUID> barred(Customer customer) {
        return customer.details().barredStaff().stream()
                .map(b -> b.staffId())
                .collect(Collectors.toSet());
    }

    private static @Nullable Integer minutes(@Nullable String typed) {
        return typed != null && typed.matches("[1-9]\\d{0,3}") ? Integer.valueOf(typed) : null;
    }

    /** Each time once, though the clock may show it twice. */
    static List<Start> told(List<FreeStart> free, View view, ZoneId zone) {
        Map<String, Start> told = new LinkedHashMap<>();
        for (FreeStart start : free) {
            LocalTime there = LocalTime.ofInstant(start.startsAt(), zone);
            String time = "%02d:%02d".formatted(there.getHour(), there.getMinute());
            String words = AppointmentWords.at(view, zone).time(start.startsAt());
            told.putIfAbsent(time, new Start(time, words));
        }
        return List.copyOf(told.values());
    }

    /** Who of those free then comes first: whom the customer prefers. */
    static Optional<UUID> anybody(List<FreeStart> free, Instant start) {
        return free.stream()
                .filter(s -> s.startsAt().equals(start))
                .findFirst()
                .map(s -> s.staffIds().getFirst());
    }
}
