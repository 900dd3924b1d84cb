package app.clientele.calendar.availability;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Plans;
import app.clientele.shared.Invalid;
import app.clientele.shared.Open;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is free when: within the hours of the branch and those of the colleague, not away and not
 * taken. Each question is one statement, however many colleagues and days it is about.
 */
@Service
public class Availability {
    /** The most days one may ask about at once. */
    public static final int MOST_DAYS = 62;

    private static final int MINUTES_A_DAY = 1440;
    private static final long FARTHEST_DAYS = 5 * 366;

    private final Timetables timetables;
    private final Clock clock;

    Availability(Timetables timetables, Clock clock) {
        this.timetables = timetables;
        this.clock = clock;
    }

    /** A day of the branch with its free starts, in their order. */
    public record FreeDay(LocalDate date, List<FreeStart> starts) {}

    /** When it may begin, and with whom: the preferred ones first, then by name. */
    public record FreeStart(Instant startsAt, List<UUID> staffIds) {}

    /** From one moment to another. */
    public record Span(Instant startsAt, Instant endsAt) {}

    /**
     * When a colleague works at a branch.
     *
     * @param said whether anybody has given hours, theirs or the branch's; if not, none are known
     * @param working those that count: theirs within those of the branch
     * @param away when they can't be booked all the same
     */
    public record WorkingTimes(
            UUID staffId, String name, boolean said, List<Span> working, List<Span> away) {}

    /** How a stretch of time suits the hours that were given. */
    public enum Fit {
        /** It does, or nobody has given any hours. */
        WITHIN,
        BRANCH_CLOSED,
        STAFF_NOT_WORKING,
        STAFF_AWAY
    }

    /**
     * The free starts of each day, also of those without any.
     *
     * @throws Invalid when the days or minutes make no sense
     * @throws app.clientele.shared.NotFound when branch, service or colleague is unknown
     */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true, label = Plans.KEPT)
    public List<FreeDay> free(Search search) {
        check(search);
        return FreeTimes.of(timetables.performers(search), search);
    }

    /**
     * When a visit of several parts may begin, and who would do which part when: the first way that
     * fits, the preferred colleagues before others.
     *
     * @throws Invalid when the days or parts make no sense
     * @throws app.clientele.shared.NotFound when branch or a service is unknown
     */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true, label = Plans.KEPT)
    public List<FreeVisits.Day> visits(VisitSearch search) {
        Validation.check(search);
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        days(requireNonNull(search.from()), requireNonNull(search.to()), today);
        return FreeVisits.of(timetables.visit(search), search);
    }

    private void check(Search search) {
        Validation.check(search);
        LocalDate today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        days(requireNonNull(search.from()), requireNonNull(search.to()), today);
        if (search.step() < 1 || MINUTES_A_DAY % search.step() != 0) {
            throw new IllegalArgumentException("A day has no steps of " + search.step());
        }
    }

    private static void days(LocalDate from, LocalDate to, LocalDate today) {
        if (from.isBefore(today.minusDays(FARTHEST_DAYS))
                || from.isAfter(today.plusDays(FARTHEST_DAYS))) {
            throw new Invalid("date", "too_far");
        }
        if (to.isBefore(from)) {
            throw new Invalid("to", "must_be_after_start");
        }
        if (!to.isBefore(from.plusDays(MOST_DAYS))) {
            throw new Invalid("to", "too_many_days", MOST_DAYS);
        }
    }

    /** How a stretch suits the hours of a branch and of a colleague there. */
    @Open("colleagues know when they work together")
    @Transactional(readOnly = true, label = Plans.KEPT)
    public Fit fit(UUID branch, UUID staff, Instant from, Instant until) {
        LocalDate first = LocalDate.ofInstant(from, ZoneOffset.UTC).minusDays(1);
        LocalDate last = LocalDate.ofInstant(until, ZoneOffset.UTC).plusDays(1);
        Sheet sheet = timetables.colleague(branch, staff, first, last);
        return WorkingHoursAt.of(sheet, first, last)
                .fit(
                        sheet.colleagues().getFirst(),
                        from.getEpochSecond(),
                        until.plusNanos(999_999_999).getEpochSecond());
    }

    /**
     * Nothing if the colleague works at the branch in this stretch.
     *
     * @throws Refused {@code branch_closed}, {@code staff_not_working} or {@code staff_away}
     */
    @Open("colleagues know when they work together")
    @Transactional(readOnly = true, label = Plans.KEPT)
    public void mustBeWithinHours(UUID branch, UUID staff, Instant from, Instant until) {
        switch (fit(branch, staff, from, until)) {
            case WITHIN -> {}
            case BRANCH_CLOSED -> throw new Refused("branch_closed");
            case STAFF_NOT_WORKING -> throw new Refused("staff_not_working");
            case STAFF_AWAY -> throw new Refused("staff_away");
        }
    }

    /** When each colleague of a branch works on these days, by name. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true, label = Plans.KEPT)
    public List<WorkingTimes> working(UUID branch, LocalDate from, LocalDate to) {
        days(from, to, from);
        Sheet sheet = timetables.colleagues(branch, from, to);
        var hours = WorkingHoursAt.of(sheet, from, to);
        return sheet.colleagues().stream().map(hours::times).toList();
    }
}
