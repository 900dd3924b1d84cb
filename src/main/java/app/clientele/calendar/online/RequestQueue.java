package app.clientele.calendar.online;

import static java.util.Objects.requireNonNull;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.online.BookingLetters.What;
import app.clientele.database.AfterCommit;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Prose;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.validation.constraints.NotNull;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Requests that wait for the business: the oldest first, those for the reader's own customers
 * before them. Two for one time can't both be accepted: accepting takes the time as any booking.
 */
@Service
public class RequestQueue {
    private final QueueRows rows;
    private final Appointments appointments;
    private final Availability availability;
    private final Proposals proposals;
    private final BookingLetters letters;
    private final TransactionTemplate transactions;
    private final Clock clock;

    /** Stands in the navigation of each page; other nodes hear of a change within seconds. */
    private final Cache<UUID, Integer> counted =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(Duration.ofSeconds(5))
                    .build();

    RequestQueue(
            QueueRows rows,
            Appointments appointments,
            Availability availability,
            Proposals proposals,
            BookingLetters letters,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.appointments = appointments;
        this.availability = availability;
        this.proposals = proposals;
        this.letters = letters;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Why a request is not accepted, in words for the customer. */
    public record Refusal(@Prose(max = 1000) @Nullable String message) {}

    /**
     * Another time for a request.
     *
     * @param staffId the same colleague when absent
     * @param message what the customer reads with it
     */
    public record OtherTime(
            @NotNull @Nullable Instant startsAt,
            @Nullable UUID staffId,
            @Prose(max = 1000) @Nullable String message) {}

    /** Those that wait, at one branch or all; for the caller's own customers first. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public Page<BookingRequest> list(@Nullable UUID branch, @Nullable String cursor, int limit) {
        return Page.of(
                rows.list(branch, Cursor.parse(cursor, 3), limit + 1),
                limit,
                r -> Cursor.of(r.forYou() ? 0 : 1, r.askedAt(), r.id()));
    }

    /** One that waits. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public BookingRequest get(UUID id) {
        return rows.get(id);
    }

    /** How many wait. */
    @Requires(Permission.APPOINTMENT_VIEW)
    public int count() {
        return counted.get(
                Caller.current().business(),
                business -> requireNonNull(transactions.execute(t -> rows.count())));
    }

    /**
     * Books it as it was asked for.
     *
     * @throws Refused {@code double_booked} when that time is taken by now
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment accept(UUID id) {
        Appointment accepted = appointments.accept(id);
        proposals.close(id, "withdrawn");
        letters.write(What.ACCEPTED, accepted, accepted.startsAt(), null);
        forgetCount();
        return accepted;
    }

    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Appointment decline(UUID id, Refusal refusal) {
        Validation.check(refusal);
        Appointment declined = appointments.decline(id, refusal.message());
        proposals.close(id, "withdrawn");
        letters.write(What.DECLINED, declined, declined.startsAt(), refusal.message());
        forgetCount();
        return declined;
    }

    /** Writes to the customer that they could come at another time; holds nothing until they do. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public BookingRequest propose(UUID id, OtherTime other) {
        Validation.check(other);
        Appointment present = appointments.get(id);
        if (present.status() != AppointmentStatus.REQUESTED) {
            throw new Refused(
                    "wrong_status",
                    present.status().wireName(),
                    AppointmentStatus.REQUESTED.wireName());
        }
        Instant from = requireNonNull(other.startsAt());
        if (!from.isAfter(clock.instant())) {
            throw new Invalid("startsAt", "must_be_future");
        }
        UUID staff = other.staffId() == null ? present.staffId() : other.staffId();
        Instant until = from.plus(Duration.between(present.startsAt(), present.endsAt()));
        availability.mustBeWithinHours(present.branchId(), staff, from, until);
        proposals.insert(present, staff, from, until, other.message());
        letters.write(What.PROPOSED, present, from, other.message());
        return rows.get(id);
    }

    private void forgetCount() {
        UUID business = Caller.current().business();
        AfterCommit.run(() -> counted.invalidate(business));
    }
}
