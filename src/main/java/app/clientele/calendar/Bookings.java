package app.clientele.calendar;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import app.clientele.calendar.AppointmentWrites.Entry;
import app.clientele.calendar.Move.Target;
import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.rules.MayBook;
import app.clientele.calendar.rules.Terms;
import app.clientele.calendar.rules.Verdict;
import app.clientele.calendar.rules.Way;
import app.clientele.calendar.rules.Wish;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Refused;
import app.clientele.shared.Validation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what is wanted into appointments, if every rule lets it. */
@Component
class Bookings {
    private static final int MOST = 50;
    private static final Duration FARTHEST = Duration.ofDays(10 * 366);
    private static final Duration OLDEST = Duration.ofDays(50 * 366);

    private final AppointmentWrites writes;
    private final MayBook mayBook;
    private final Availability availability;
    private final Clock clock;

    Bookings(AppointmentWrites writes, MayBook mayBook, Availability availability, Clock clock) {
        this.writes = writes;
        this.mayBook = mayBook;
        this.availability = availability;
        this.clock = clock;
    }

    /** Books all of a visit or nothing; the visit is known by the id of its first. */
    List<UUID> book(List<Booking> wanted, @Nullable UUID series) {
        check(wanted);
        if (wanted.size() > 1) {
            writes.queue(
                    wanted.stream().map(b -> requireNonNull(b.customerId())).toList(),
                    wanted.stream().map(b -> requireNonNull(b.staffId())).toList());
        }
        List<UUID> made = new ArrayList<>();
        Entry before = null;
        for (Booking booking : wanted) {
            UUID id = Ids.next();
            made.add(id);
            var part = new Part(id, made.getFirst(), series, booking, before);
            before = wanted.size() == 1 ? book(part) : bookNamed(part);
        }
        return made;
    }

    /** One of what is booked together. */
    private record Part(
            UUID id, UUID visit, @Nullable UUID series, Booking wanted, @Nullable Entry before) {}

    /** Of several services it is said which one can't be booked. */
    private Entry bookNamed(Part part) {
        Verdict verdict = mayBook.decide(wish(part.wanted, part.before));
        try {
            return book(part, verdict);
        } catch (Refused e) {
            throw e.about(verdict.terms().service());
        }
    }

    private Entry book(Part part) {
        return book(part, mayBook.decide(wish(part.wanted, part.before)));
    }

    private void check(List<Booking> wanted) {
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new Invalid("appointments", wanted.isEmpty() ? "required" : "too_many", MOST);
        }
        List<Problem> problems = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String place = "appointments[" + i + "]";
            // what has no time of its own begins after the one before it
            List<Problem> found = problems(wanted.get(i), i > 0);
            found.stream().map(p -> wanted.size() == 1 ? p : p.under(place)).forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private List<Problem> problems(Booking booking, boolean follows) {
        List<Problem> problems = new ArrayList<>(Validation.problems(booking));
        if (follows && booking.startsAt() == null) {
            problems.removeIf(p -> p.field().equals("startsAt"));
        }
        Instant start = booking.startsAt();
        if (start != null) {
            problem(start).ifPresent(code -> problems.add(new Problem("startsAt", code)));
        }
        return problems;
    }

    /** Whole minutes, and no moment that can only be a slip. */
    private Optional<String> problem(Instant start) {
        if (!start.equals(start.truncatedTo(ChronoUnit.MINUTES))) {
            return Optional.of("whole_minutes");
        }
        Instant now = clock.instant();
        return start.isAfter(now.plus(FARTHEST)) || start.isBefore(now.minus(OLDEST))
                ? Optional.of("too_far")
                : Optional.empty();
    }

    private Entry book(Part part, Verdict verdict) {
        Booking wanted = part.wanted;
        Entry before = part.before;
        UUID branch = requireNonNull(wanted.branchId());
        UUID staff = requireNonNull(wanted.staffId());
        verdict.refuse();
        Terms terms = verdict.terms();
        Instant start = start(wanted, before, terms);
        int minutes = requireNonNullElse(wanted.minutes(), terms.minutes());
        var at = new Target(start, start.plusSeconds(minutes * 60L), staff, branch);
        if (!wanted.outsideHours()) {
            availability.mustBeWithinHours(branch, staff, start, at.endsAt());
        }
        var entry =
                new Entry(
                        part.id,
                        part.visit,
                        part.series,
                        wanted.at(terms.price()),
                        at,
                        terms.service(),
                        terms.bufferBefore(),
                        terms.bufferAfter());
        writes.insert(entry);
        return entry;
    }

    private static Wish wish(Booking wanted, @Nullable Entry before) {
        Instant start = wanted.startsAt();
        return new Wish(
                requireNonNull(wanted.customerId()),
                requireNonNull(wanted.serviceId()),
                wanted.branchId(),
                wanted.staffId(),
                start == null && before != null ? before.at().endsAt() : start,
                Way.DESK);
    }

    /** At once after the one before it, unless the same colleague has buffers to keep. */
    private static Instant start(Booking wanted, @Nullable Entry before, Terms terms) {
        Instant said = wanted.startsAt();
        if (said != null || before == null) {
            return requireNonNull(said);
        }
        Instant end = before.at().endsAt();
        return before.at().staffId().equals(wanted.staffId())
                ? end.plusSeconds((before.after() + terms.bufferBefore()) * 60L)
                : end;
    }

    /** What was said of it stays; a promise to come at another time is none. */
    void move(Appointment present, Move move) {
        if (present.isOffer()) {
            throw new Refused("offer_running");
        }
        Target target = move.of(present);
        problem(target.startsAt())
                .ifPresent(code -> {
                    throw new Invalid("startsAt", code);
                });
        mayMove(present, target);
        if (!move.outsideHours()) {
            availability.mustBeWithinHours(
                    target.branchId(), target.staffId(), target.startsAt(), target.endsAt());
        }
        boolean unconfirmed =
                present.status() == AppointmentStatus.CONFIRMED
                        && !target.startsAt().equals(present.startsAt());
        writes.move(
                present.id(),
                target,
                unconfirmed ? AppointmentStatus.BOOKED : present.status(),
                move.overlapReason());
    }

    /** With whom and where it was booked already it may stay, whatever is offered since. */
    private void mayMove(Appointment present, Target target) {
        boolean elsewhere =
                !target.staffId().equals(present.staffId())
                        || !target.branchId().equals(present.branchId());
        Verdict verdict =
                mayBook.decide(
                        new Wish(
                                present.customerId(),
                                present.serviceId(),
                                target.branchId(),
                                target.staffId(),
                                target.startsAt(),
                                Way.DESK));
        (elsewhere ? verdict : verdict.aboutTheCustomer()).refuse();
    }
}
