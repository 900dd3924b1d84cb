package app.clientele.calendar.classes;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.calendar.classes.SessionWrites.Slot;
import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The classes of the timetable, each on its day: planned, moved, taught by somebody else,
 * cancelled.
 */
@Service
public class ClassSessions {
    /** The most a week of the timetable shows. */
    public static final int MOST_A_WEEK = 1000;

    private final SessionRows rows;
    private final SessionWrites writes;
    private final ClassPlan plan;
    private final ClassKinds kinds;
    private final BookingRows bookings;
    private final Waitlist waitlist;
    private final ClassLetters letters;
    private final Clashes clashes;

    ClassSessions(
            SessionRows rows,
            SessionWrites writes,
            ClassPlan plan,
            ClassKinds kinds,
            BookingRows bookings,
            Waitlist waitlist,
            ClassLetters letters,
            Clashes clashes) {
        this.rows = rows;
        this.writes = writes;
        this.plan = plan;
        this.kinds = kinds;
        this.bookings = bookings;
        this.waitlist = waitlist;
        this.letters = letters;
        this.clashes = clashes;
    }

    /**
     * Which ones to list.
     *
     * @param from that begin then or later
     * @param until that begin before
     */
    public record Search(
            @Nullable UUID branch,
            @Nullable UUID kind,
            @Nullable UUID staff,
            @Nullable UUID series,
            @Nullable Instant from,
            @Nullable Instant until,
            boolean cancelledToo) {}

    /**
     * How one is called off.
     *
     * @param scope whether the later ones of its series are meant, too; not when absent
     * @param silent whether nobody is written to
     */
    public record Calling(
            @Line(max = 300) @Nullable String reason, @Nullable Scope scope, boolean silent) {}

    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public ClassSession get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("class_session"));
    }

    /** In the order of time. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public Page<ClassSession> list(Search search, @Nullable String cursor, int limit) {
        return Page.of(
                rows.list(search, Cursor.parse(cursor, 2), limit + 1),
                limit,
                s -> Cursor.of(s.startsAt(), s.id()));
    }

    /** All of some days, in the order of time; those cancelled, too. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<ClassSession> between(@Nullable UUID branch, Instant from, Instant until) {
        return rows.list(
                new Search(branch, null, null, null, from, until, true), null, MOST_A_WEEK);
    }

    /** Plans one class that comes once. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public ClassSession create(ClassSessionDetails details) {
        Validation.check(details);
        ClassKind kind;
        try {
            kind = kinds.get(requireNonNull(details.kindId()));
        } catch (NotFound e) {
            throw new Invalid("kindId", "service_unknown");
        }
        ClassSessionDetails whole = details.orAs(kind);
        check(whole);
        writes.queue(null, whole.staffId());
        return get(writes.insert(slot(whole, null, null), false));
    }

    private void check(ClassSessionDetails details) {
        Validation.check(details);
        Instant start = requireNonNull(details.startsAt());
        if (!start.equals(start.truncatedTo(ChronoUnit.MINUTES))) {
            throw new Invalid("startsAt", "whole_minutes");
        }
        plan.mustBeKnown(details.branchId(), details.staffId());
    }

    private static Slot slot(
            ClassSessionDetails details, @Nullable UUID series, @Nullable LocalDate day) {
        return new Slot(
                requireNonNull(details.kindId()),
                series,
                day,
                requireNonNull(details.branchId()),
                details.staffId(),
                details.room(),
                requireNonNull(details.startsAt()),
                requireNonNull(details.minutes()),
                requireNonNull(details.capacity()));
    }

    /**
     * Moves it, gives it another teacher, room or number of places.
     *
     * @throws Refused {@code double_booked} when the teacher is taken by then, {@code class_fuller}
     *     when more are in it
     */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public ClassSession change(UUID id, ClassSessionDetails details, Scope scope, int version) {
        Validation.check(details);
        ClassSession present = held(id);
        if (present.version() != version) {
            throw clashes.since("class_session", id, version, present.version());
        }
        if (!present.kindId().equals(details.kindId())) {
            throw new Invalid("kindId", "choice");
        }
        ClassSessionDetails whole = details.orAs(kinds.get(present.kindId()));
        check(whole);
        if (scope == Scope.LATER && present.seriesId() != null) {
            later(present, whole);
        } else {
            writes.update(id, slot(whole, present.seriesId(), present.seriesDay()), true, false);
        }
        waitlist.fill(id);
        return get(id);
    }

    private ClassSession held(UUID id) {
        ClassSession session = rows.hold(id).orElseThrow(() -> new NotFound("class_session"));
        if (session.cancelled()) {
            throw new Refused("class_cancelled");
        }
        return session;
    }

    private void later(ClassSession session, ClassSessionDetails details) {
        LocalDate day = requireNonNull(session.seriesDay());
        var there = requireNonNull(details.startsAt()).atZone(session.zone());
        if (!there.toLocalDate().equals(day)) {
            throw new Invalid("startsAt", "same_day");
        }
        ClassSeries series = plan.from(requireNonNull(session.seriesId()), day);
        LocalTime time = there.toLocalTime();
        var changed =
                new ClassSeriesDetails(
                        series.kindId(),
                        details.branchId(),
                        details.staffId(),
                        series.weekdays(),
                        time,
                        details.minutes(),
                        series.fromDay(),
                        series.untilDay(),
                        details.capacity(),
                        details.room());
        plan.write(series, changed);
        // said of this one expressly, so a teacher who is taken is told
        writes.update(session.id(), slot(details, series.id(), day), false, false);
        ClassSeries anew = plan.get(series.id());
        plan.follow(anew, day);
        rows.list(
                        new Search(null, null, null, anew.id(), session.startsAt(), null, false),
                        null,
                        MOST_A_WEEK)
                .forEach(other -> waitlist.fill(other.id()));
    }

    /** Calls it off and writes to everybody who is in it or waits. */
    @Requires(Permission.APPOINTMENT_EDIT)
    @Transactional
    public ClassSession cancel(UUID id, Calling calling) {
        Validation.check(calling);
        ClassSession session = held(id);
        LocalDate day = session.seriesDay();
        if (calling.scope() == Scope.LATER && session.seriesId() != null && day != null) {
            plan.endBefore(session.seriesId(), day);
            rows.ofSeries(session.seriesId(), day, session.startsAt().minusSeconds(1))
                    .forEach(each -> callOff(each, calling));
        } else {
            callOff(session, calling);
        }
        return get(id);
    }

    private void callOff(ClassSession session, Calling calling) {
        List<ClassBooking> told = bookings.cancelAll(session.id(), calling.reason());
        writes.cancel(session.id(), calling.reason());
        if (!calling.silent()) {
            told.forEach(booking -> letters.cancelled(session, booking, calling.reason()));
        }
    }
}
