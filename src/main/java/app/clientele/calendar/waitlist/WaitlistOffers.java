package app.clientele.calendar.waitlist;

import static java.util.Objects.requireNonNull;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.Booking;
import app.clientele.calendar.OfferedTimes;
import app.clientele.calendar.availability.Availability.FreeStart;
import app.clientele.calendar.offers.OfferTerm;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Offers a time to somebody who waits, and keeps it for them until they have answered. */
@Service
public class WaitlistOffers {
    private final WaitlistRows rows;
    private final OfferRows offers;
    private final SuitingTimes times;
    private final OfferedTimes kept;
    private final BookingSettings settings;
    private final WaitlistLetters letters;
    private final Clock clock;

    WaitlistOffers(
            WaitlistRows rows,
            OfferRows offers,
            SuitingTimes times,
            OfferedTimes kept,
            BookingSettings settings,
            WaitlistLetters letters,
            Clock clock) {
        this.rows = rows;
        this.offers = offers;
        this.times = times;
        this.kept = kept;
        this.settings = settings;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * A time for somebody who waits.
     *
     * @param staffId whoever is free then when absent
     */
    public record Offering(@NotNull @Nullable Instant startsAt, @Nullable UUID staffId) {}

    /** The free times that suit somebody, the earliest first. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<FreeStart> times(UUID entry) {
        return times.all(rows.find(entry).orElseThrow(() -> new NotFound("waitlist_entry")));
    }

    /**
     * Offers a time by hand, also one they did not wish for.
     *
     * @throws Refused {@code double_booked} when it is taken by now, or what {@code MayBook} says
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public WaitlistEntry offer(UUID entry, Offering offering) {
        Validation.check(offering);
        Instant start = requireNonNull(offering.startsAt());
        if (!start.isAfter(clock.instant())) {
            throw new Invalid("startsAt", "must_be_future");
        }
        UUID staff = offering.staffId() == null ? anybody(entry, start) : offering.staffId();
        make(entry, start, staff, false);
        return rows.find(entry).orElseThrow();
    }

    private UUID anybody(UUID entry, Instant start) {
        return times(entry).stream()
                .filter(s -> s.startsAt().equals(start))
                .flatMap(s -> s.staffIds().stream())
                .findFirst()
                .orElseThrow(() -> new Refused("time_gone"));
    }

    /** Whoever is offered something already is offered nothing else beside it. */
    void make(UUID id, Instant start, UUID staff, boolean automatic) {
        WaitlistEntry entry = rows.hold(id).orElseThrow(() -> new NotFound("waitlist_entry"));
        if (entry.status() != WaitlistStatus.WAITING) {
            boolean offered = entry.status() == WaitlistStatus.OFFERED;
            throw new Refused(offered ? "waitlist_offered" : "waitlist_over");
        }
        int minutes = settings.current().offerMinutes();
        Instant until = OfferTerm.until(clock.instant(), minutes, start);
        Appointment appointment = kept.keep(request(entry, start, staff), until);
        offers.insert(entry, appointment, until, automatic);
        letters.offered(entry, appointment, until);
    }

    private static Booking request(WaitlistEntry entry, Instant start, UUID staff) {
        return new Booking(
                entry.customerId(),
                null,
                null,
                entry.branchId(),
                entry.serviceId(),
                staff,
                start,
                null,
                null,
                entry.note(),
                AppointmentStatus.REQUESTED,
                null,
                false);
    }
}
