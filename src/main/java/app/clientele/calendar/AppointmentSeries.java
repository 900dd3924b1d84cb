package app.clientele.calendar;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches;
import app.clientele.calendar.availability.WallTime;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Refused.Reason;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Visits that come again. What stands in the way of which day is found by booking it and taking
 * that back, so that what is shown beforehand is what would happen.
 */
@Service
public class AppointmentSeries {
    private final Bookings bookings;
    private final AppointmentWrites writes;
    private final Branches branches;
    private final TransactionTemplate nested;

    AppointmentSeries(
            Bookings bookings,
            AppointmentWrites writes,
            Branches branches,
            PlatformTransactionManager transactions) {
        this.bookings = bookings;
        this.writes = writes;
        this.branches = branches;
        nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * What is to come again.
     *
     * @param appointments the first visit
     * @param choices what was decided for single days
     * @param skipClashes whether days on which it can't be booked are left out; else nothing is
     *     booked
     */
    public record Wish(
            @NotNull @Size(min = 1, max = 10) @Nullable List<@NotNull Booking> appointments,
            @NotNull @Nullable Repetition repeat,
            @Size(max = Repetition.MOST) @Nullable List<@NotNull @Valid Choice> choices,
            boolean skipClashes) {}

    /**
     * What becomes of one day.
     *
     * @param startsAt when it begins instead on that day
     */
    public record Choice(
            @NotNull @Nullable LocalDate date, boolean skip, @Nullable Instant startsAt) {}

    /**
     * One day of it.
     *
     * @param skipped whether it is left out by choice
     * @param reasons why it can't be booked; none where it can
     */
    public record Occurrence(
            LocalDate date, Instant startsAt, boolean skipped, List<Reason> reasons) {
        public boolean clashes() {
            return !reasons.isEmpty();
        }
    }

    /**
     * What was booked.
     *
     * @param occurrences all days, also those left out
     */
    public record Booked(UUID id, List<Occurrence> occurrences) {
        public long count() {
            return occurrences.stream().filter(o -> !o.skipped() && !o.clashes()).count();
        }
    }

    /** Some of its days can't be booked; all days with their reasons come with it. */
    public static final class Clash extends Refused {
        private final transient List<Occurrence> occurrences;

        Clash(List<Occurrence> occurrences) {
            super(occurrences.stream().flatMap(o -> o.reasons().stream()).distinct().toList());
            this.occurrences = occurrences;
        }

        public List<Occurrence> occurrences() {
            return occurrences;
        }
    }

    /** Each day with what stands in its way; nothing is booked. */
    @Requires(Permission.APPOINTMENT_EDIT)
    public List<Occurrence> preview(Wish wish) {
        return requireNonNull(
                nested.execute(status -> {
                    status.setRollbackOnly();
                    return tried(wish, Ids.next());
                }));
    }

    /**
     * Books it.
     *
     * @throws Clash when a day can't be booked that was not left out
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public Booked book(Wish wish) {
        UUID id = Ids.next();
        List<Occurrence> all = tried(wish, id);
        boolean none = all.stream().allMatch(o -> o.skipped() || o.clashes());
        if (all.stream().anyMatch(Occurrence::clashes) && (none || !wish.skipClashes())) {
            throw new Clash(all);
        }
        if (none) {
            throw new Invalid("choices", "required");
        }
        return new Booked(id, all);
    }

    private List<Occurrence> tried(Wish wish, UUID series) {
        Validation.check(wish);
        List<Booking> visit = requireNonNull(wish.appointments());
        Booking first = visit.getFirst();
        if (first.startsAt() == null) {
            throw new Invalid("appointments[0].startsAt", "required");
        }
        ZoneId zone = zone(first);
        LocalDate begin = LocalDate.ofInstant(first.startsAt(), zone);
        List<LocalDate> days = requireNonNull(wish.repeat()).from(begin);
        writes.queue(ids(visit, Booking::customerId), ids(visit, Booking::staffId));
        List<Occurrence> found = new ArrayList<>();
        for (LocalDate day : days) {
            found.add(tried(new Plan(visit, zone, day, choice(wish, day)), series));
        }
        return found;
    }

    private static List<UUID> ids(List<Booking> visit, Function<Booking, @Nullable UUID> which) {
        return visit.stream().map(which).flatMap(id -> Optional.ofNullable(id).stream()).toList();
    }

    private ZoneId zone(Booking booking) {
        return branches.all(false).stream()
                .filter(b -> b.id().equals(booking.branchId()))
                .findFirst()
                .map(b -> ZoneId.of(b.zone()))
                .orElseThrow(() -> new Invalid("branchId", "branch_unknown"));
    }

    private static Optional<Choice> choice(Wish wish, LocalDate day) {
        return Optional.ofNullable(wish.choices()).stream()
                .flatMap(List::stream)
                .filter(c -> day.equals(c.date()))
                .findFirst();
    }

    private Occurrence tried(Plan plan, UUID series) {
        Instant start = plan.start();
        if (plan.skipped()) {
            return new Occurrence(plan.day(), start, true, List.of());
        }
        try {
            nested.executeWithoutResult(status -> bookings.book(plan.visit(start), series));
            return new Occurrence(plan.day(), start, false, List.of());
        } catch (Refused e) {
            return new Occurrence(plan.day(), start, false, e.reasons());
        }
    }

    /** The visit on one of its days, at the same time by the clock on the wall. */
    private record Plan(List<Booking> first, ZoneId zone, LocalDate day, Optional<Choice> choice) {
        boolean skipped() {
            return choice.map(Choice::skip).orElse(false);
        }

        Instant start() {
            return choice.map(Choice::startsAt)
                    .orElseGet(() -> on(requireNonNull(first.getFirst().startsAt())));
        }

        private Instant on(Instant instant) {
            return WallTime.at(day, LocalDateTime.ofInstant(instant, zone).toLocalTime(), zone);
        }

        /** Its parts as far from its beginning as they are on the first day. */
        List<Booking> visit(Instant start) {
            long begin = requireNonNull(first.getFirst().startsAt()).getEpochSecond();
            return first.stream()
                    .map(b -> {
                        Instant at = b.startsAt();
                        return at == null
                                ? b
                                : b.at(start.plusSeconds(at.getEpochSecond() - begin));
                    })
                    .toList();
        }
    }
}
