package app.clientele.calendar.classes;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.business.Branches;
import app.clientele.business.Staff;
import app.clientele.calendar.classes.SessionWrites.Slot;
import app.clientele.database.Sql;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The classes that come again every week, and the sessions made of them ahead. */
@Service
public class ClassPlan {
    /** How far ahead classes stand in the timetable. */
    static final int WEEKS_AHEAD = 8;

    private static final int MOST = 1000;

    private final SeriesRows rows;
    private final SessionRows sessions;
    private final SessionWrites writes;
    private final ClassKinds kinds;
    private final Branches branches;
    private final Staff staff;
    private final Clashes clashes;
    private final Sql sql;
    private final Clock clock;

    ClassPlan(
            SeriesRows rows,
            SessionRows sessions,
            SessionWrites writes,
            ClassKinds kinds,
            Branches branches,
            Staff staff,
            Clashes clashes,
            Sql sql,
            Clock clock) {
        this.rows = rows;
        this.sessions = sessions;
        this.writes = writes;
        this.kinds = kinds;
        this.branches = branches;
        this.staff = staff;
        this.clashes = clashes;
        this.sql = sql;
        this.clock = clock;
    }

    /** Those that go on. */
    @Requires({Permission.APPOINTMENT_VIEW, Permission.SETTINGS_SERVICES})
    @Transactional(readOnly = true)
    public List<ClassSeries> list(@Nullable UUID branch, boolean endedToo) {
        return rows.list(branch, endedToo ? null : LocalDate.now(clock));
    }

    @Requires({Permission.APPOINTMENT_VIEW, Permission.SETTINGS_SERVICES})
    @Transactional(readOnly = true)
    public ClassSeries get(UUID id) {
        return rows.find(id).orElseThrow(() -> new NotFound("class_series"));
    }

    /** The days to come on which it goes without its teacher, who is away or taken then. */
    @Requires({Permission.APPOINTMENT_VIEW, Permission.SETTINGS_SERVICES})
    @Transactional(readOnly = true)
    public List<LocalDate> withoutTeacher(UUID id) {
        ClassSeries series = get(id);
        return series.staffId() == null
                ? List.of()
                : sessions.ofSeries(id, LocalDate.EPOCH, clock.instant()).stream()
                        .filter(s -> s.staffId() == null && !writes.isOwn(s.id()))
                        .map(s -> requireNonNull(s.seriesDay()))
                        .toList();
    }

    /** Begins a series and plans its classes of the weeks to come. */
    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public UUID create(ClassSeriesDetails details) {
        ClassSeriesDetails whole = checked(details);
        if (rows.list(null, LocalDate.now(clock)).size() >= MOST) {
            throw new Refused("list_full", MOST);
        }
        UUID id = rows.insert(whole);
        extend(id);
        return id;
    }

    /**
     * Changes it, and with it those of its classes to come that were not changed by themselves.
     *
     * @throws Refused {@code class_booked} when somebody is in a class that would go
     */
    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public void change(UUID id, ClassSeriesDetails details, int version) {
        ClassSeries present = held(id);
        ClassSeriesDetails whole = checked(details);
        if (!present.kindId().equals(whole.kindId())) {
            throw new Invalid("kindId", "choice");
        }
        if (!rows.update(id, whole, version)) {
            throw clashes.since("class_series", id, version, present.version());
        }
        follow(get(id), LocalDate.EPOCH);
    }

    /** Plans no more of its classes, and takes back those to come that nobody is in. */
    @Requires(Permission.SETTINGS_SERVICES)
    @Transactional
    public void end(UUID id) {
        ClassSeries present = held(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), present.zone());
        rows.end(id, today.minusDays(1));
        follow(get(id), today);
    }

    private ClassSeries held(UUID id) {
        return rows.hold(id).orElseThrow(() -> new NotFound("class_series"));
    }

    private ClassSeriesDetails checked(ClassSeriesDetails details) {
        details.check();
        ClassKind kind;
        try {
            kind = kinds.get(requireNonNull(details.kindId()));
        } catch (NotFound e) {
            throw new Invalid("kindId", "service_unknown");
        }
        mustBeKnown(details.branchId(), details.staffId());
        return details.orAs(kind);
    }

    void mustBeKnown(@Nullable UUID branch, @Nullable UUID teacher) {
        if (branches.all(false).stream().noneMatch(b -> b.id().equals(branch))) {
            throw new Invalid("branchId", "branch_unknown");
        }
        if (teacher != null && staff.all().stream().noneMatch(m -> m.id().equals(teacher))) {
            throw new Invalid("staffId", "staff_unknown");
        }
    }

    /** Lets the classes to come be as their series is now. */
    void follow(ClassSeries series, LocalDate from) {
        Instant now = clock.instant();
        writes.queue(null, series.staffId());
        for (ClassSession session : sessions.ofSeries(series.id(), from, now)) {
            LocalDate day = requireNonNull(session.seriesDay());
            if (!series.comesOn(day)) {
                takeBack(session);
            } else if (!writes.isOwn(session.id())) {
                writes.update(session.id(), slot(series, day), false, true);
            }
        }
        extend(series.id());
    }

    private void takeBack(ClassSession session) {
        if (session.taken() + session.waiting() > 0) {
            throw new Refused("class_booked", requireNonNull(session.seriesDay()).toString());
        }
        writes.remove(session.id());
    }

    static Slot slot(ClassSeries series, LocalDate day) {
        return new Slot(
                series.kindId(),
                series.id(),
                day,
                series.branchId(),
                series.staffId(),
                series.room(),
                ClassClock.at(day, series.time(), series.zone()),
                series.minutes(),
                series.capacity());
    }

    /** The series that goes on from a day, apart from what was before it. */
    ClassSeries from(UUID id, LocalDate day) {
        ClassSeries present = held(id);
        if (!day.isAfter(present.fromDay())) {
            return present;
        }
        ClassSeriesDetails rest = present.details();
        UUID later =
                rows.insert(
                        new ClassSeriesDetails(
                                rest.kindId(),
                                rest.branchId(),
                                rest.staffId(),
                                rest.weekdays(),
                                rest.time(),
                                rest.minutes(),
                                day,
                                rest.untilDay(),
                                rest.capacity(),
                                rest.room()));
        rows.end(id, day.minusDays(1));
        writes.hand(id, day, later);
        return get(later);
    }

    /** Ends a series before a day. */
    void endBefore(UUID id, LocalDate day) {
        held(id);
        rows.end(id, day.minusDays(1));
    }

    void write(ClassSeries series, ClassSeriesDetails details) {
        rows.update(series.id(), details, series.version());
    }

    /** The businesses that have classes to plan. */
    @Transactional(readOnly = true)
    List<UUID> businesses() {
        return sql.acrossBusinesses("select businesses_with_class_series()")
                .query(UUID.class)
                .list();
    }

    /** Those of this business that go on. */
    @Transactional(readOnly = true)
    List<UUID> lasting() {
        return rows.list(null, LocalDate.now(clock).minusDays(1)).stream()
                .map(ClassSeries::id)
                .toList();
    }

    /** Plans the classes that are not there yet; what is there, however it was changed, stays. */
    @Transactional
    void extend(UUID id) {
        ClassSeries series = held(id);
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, series.zone());
        LocalDate first = series.fromDay().isAfter(today) ? series.fromDay() : today;
        Set<LocalDate> there = writes.days(id);
        writes.queue(null, series.staffId());
        LocalDate end = today.plusWeeks(WEEKS_AHEAD).plusDays(1);
        first.datesUntil(end.isAfter(first) ? end : first)
                .filter(day -> series.comesOn(day) && !there.contains(day))
                .map(day -> slot(series, day))
                .filter(slot -> slot.startsAt().isAfter(now))
                .forEach(slot -> writes.insert(slot, true));
    }
}
