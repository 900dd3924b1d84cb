package app.clientele.calendar.waitlist;

import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.availability.Search;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.waitlist.OfferRows.Freed;
import app.clientele.calendar.waitlist.OfferRows.Liking;
import app.clientele.calendar.waitlist.OfferRows.Offer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Free times that suit what somebody waits for. */
@Component
class SuitingTimes {
    private final Availability availability;
    private final BookingSettings settings;
    private final OfferRows offers;
    private final Clock clock;

    SuitingTimes(
            Availability availability, BookingSettings settings, OfferRows offers, Clock clock) {
        this.availability = availability;
        this.settings = settings;
        this.offers = offers;
        this.clock = clock;
    }

    /** All of them, as far ahead as one may ask at once. */
    List<FreeStart> all(WaitlistEntry entry) {
        Instant now = clock.instant();
        LocalDate first = later(entry.from(), LocalDate.ofInstant(now, entry.zone()));
        LocalDate last = earlier(entry.to(), first.plusDays(Availability.MOST_DAYS - 1L));
        return free(entry, first, last, now);
    }

    /** Those within what got free that they were not offered before, the earliest first. */
    List<FreeStart> within(WaitlistEntry entry, List<Freed> freed) {
        int notice = settings.current().offerNoticeMinutes();
        Instant soonest = clock.instant().plus(Duration.ofMinutes(notice));
        LocalDate today = LocalDate.ofInstant(soonest, entry.zone());
        LocalDate first = later(later(entry.from(), today), first(entry, freed));
        LocalDate last = earlier(entry.to(), first.plusDays(Availability.MOST_DAYS - 1L));
        last = earlier(last, last(entry, freed));
        List<Offer> before = offers.all(entry.id());
        return free(entry, first, last, soonest).stream()
                .filter(s -> before.stream().noneMatch(o -> o.meets(s.startsAt(), end(s, entry))))
                .map(s -> new FreeStart(s.startsAt(), whose(s, entry, freed)))
                .filter(s -> !s.staffIds().isEmpty())
                .toList();
    }

    /** A long appointment may have begun the day before. */
    private static LocalDate first(WaitlistEntry entry, List<Freed> freed) {
        return freed.stream()
                .map(f -> f.startsAt() == null ? LocalDate.MIN : day(f.startsAt(), entry, 1))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MIN);
    }

    private static LocalDate last(WaitlistEntry entry, List<Freed> freed) {
        return freed.stream()
                .map(f -> f.endsAt() == null ? LocalDate.MAX : day(f.endsAt(), entry, 0))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }

    private static LocalDate day(Instant at, WaitlistEntry entry, int before) {
        return LocalDate.ofInstant(at, entry.zone()).minusDays(before);
    }

    private List<FreeStart> free(
            WaitlistEntry entry, LocalDate first, LocalDate last, Instant notBefore) {
        return last.isBefore(first)
                ? List.of()
                : availability.free(search(entry, first, last, notBefore)).stream()
                        .flatMap(day -> day.starts().stream())
                        .filter(s -> entry.suits(s.startsAt()))
                        .toList();
    }

    private Search search(WaitlistEntry entry, LocalDate first, LocalDate last, Instant notBefore) {
        List<Liking> likings = offers.likings(entry.customerId());
        return new Search(
                entry.branchId(),
                entry.serviceId(),
                entry.staffId(),
                first,
                last,
                null,
                settings.current().slotMinutes(),
                notBefore,
                likings.stream().filter(Liking::preferred).map(Liking::staffId).toList(),
                likings.stream()
                        .filter(l -> !l.preferred())
                        .map(Liking::staffId)
                        .collect(Collectors.toSet()),
                Set.of());
    }

    private static boolean meets(FreeStart start, WaitlistEntry entry, Freed freed) {
        return freed.startsAt() == null
                || freed.endsAt() == null
                || start.startsAt().isBefore(freed.endsAt())
                        && end(start, entry).isAfter(freed.startsAt());
    }

    /** Of those who are free then, those whose time it was that got free. */
    private static List<UUID> whose(FreeStart start, WaitlistEntry entry, List<Freed> freed) {
        return start.staffIds().stream()
                .filter(id ->
                        freed.stream()
                                .filter(f -> f.staffId() == null || f.staffId().equals(id))
                                .anyMatch(f -> meets(start, entry, f)))
                .toList();
    }

    private static Instant end(FreeStart start, WaitlistEntry entry) {
        return start.startsAt().plus(Duration.ofMinutes(entry.minutes()));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
