package app.clientele.calendar.classes;

import static java.time.ZoneOffset.UTC;

import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Classes on their days as rows: written. What they take of a teacher's time, triggers keep. */
@Component
class SessionWrites {
    /** A class goes without its teacher rather than keep a series from being planned. */
    private static final String UNLESS_TAKEN =
            """
            case when not exists (
                select from staff_time t where t.business_id = :business and t.staff_id = :staff::uuid and t.id <> :id
                and t.begins < :ends_s + 60 * k.buffer_after_minutes and t.ends > :starts_s - 60 * k.buffer_before_minutes
                and t.begins > :starts_s - 4 * 86400
            ) and not exists (
                select from time_off o where o.business_id = :business and o.staff_id = :staff::uuid
                and o.starts_at < :ends and o.ends_at > :starts) then :staff::uuid end\
            """;

    private final Sql sql;

    SessionWrites(Sql sql) {
        this.sql = sql;
    }

    /**
     * Where and when a class is.
     *
     * @param day the one of its series, if it has one
     */
    record Slot(
            UUID kind,
            @Nullable UUID series,
            @Nullable LocalDate day,
            UUID branch,
            @Nullable UUID staff,
            @Nullable String room,
            Instant startsAt,
            int minutes,
            int capacity) {
        Instant endsAt() {
            return startsAt.plusSeconds(minutes * 60L);
        }
    }

    /** Those who write what may exclude each other queue in one order. */
    void queue(@Nullable UUID customer, @Nullable UUID staff) {
        sql.of("select queue_for(:customers, :staff) where :business::uuid is not null")
                .param("customers", customer == null ? new UUID[0] : new UUID[] {customer})
                .param("staff", staff == null ? new UUID[0] : new UUID[] {staff})
                .query((row, number) -> number)
                .list();
    }

    /** The days of a series that have their class, also where it was moved or cancelled. */
    Set<LocalDate> days(UUID series) {
        return new TreeSet<>(
                sql.of(
                                "select series_day from class_session where business_id = :business and series_id = :series")
                        .param("series", series)
                        .query(LocalDate.class)
                        .list());
    }

    /**
     * @param yielding whether it goes without its teacher where they are taken
     */
    UUID insert(Slot slot, boolean yielding) {
        UUID id = Ids.next();
        bind(
                        """
                        insert into class_session (business_id, id, service_id, service_name, series_id, series_day, branch_id, staff_id,
                            room, starts_at, ends_at, busy, capacity, status)
                        select :business, :id, k.id, k.name, :series, :day, :branch, %s, :room, :starts, :ends,
                            tstzrange(:starts::timestamptz - k.buffer_before_minutes * interval '1 minute',
                                :ends::timestamptz + k.buffer_after_minutes * interval '1 minute'), :capacity, 'scheduled'
                        from service k where k.business_id = :business and k.id = :kind
                        on conflict (business_id, series_id, series_day) do nothing
                        """
                                .formatted(yielding ? UNLESS_TAKEN : ":staff::uuid"),
                        id,
                        slot)
                .update();
        return id;
    }

    /**
     * @param own whether it is changed by itself, so that its series passes it by
     */
    void update(UUID id, Slot slot, boolean own, boolean yielding) {
        bind(
                        """
                        update class_session s set branch_id = :branch, staff_id = %s, room = :room, starts_at = :starts, ends_at = :ends,
                            busy = tstzrange(:starts::timestamptz - (s.starts_at - lower(s.busy)),
                                :ends::timestamptz + (upper(s.busy) - s.ends_at)),
                            capacity = :capacity, own = own or :own, series_id = :series, series_day = :day,
                            version = s.version + 1, updated_at = now()
                        from service k
                        where s.business_id = :business and s.id = :id and k.business_id = :business and k.id = :kind
                        """
                                .formatted(yielding ? UNLESS_TAKEN : ":staff::uuid"),
                        id,
                        slot)
                .param("own", own)
                .update();
    }

    private StatementSpec bind(String statement, UUID id, Slot slot) {
        StatementSpec bound =
                sql.of(statement)
                        .param("id", id)
                        .param("kind", slot.kind())
                        .param("series", slot.series())
                        .param("day", slot.day())
                        .param("branch", slot.branch())
                        .param("staff", slot.staff())
                        .param("room", slot.room())
                        .param("starts", slot.startsAt().atOffset(UTC))
                        .param("ends", slot.endsAt().atOffset(UTC))
                        .param("capacity", slot.capacity());
        return bound.param("starts_s", slot.startsAt().getEpochSecond())
                .param("ends_s", slot.endsAt().getEpochSecond());
    }

    /** Whether it was changed by itself. */
    boolean isOwn(UUID id) {
        return sql.of("select own from class_session where business_id = :business and id = :id")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    void cancel(UUID id, @Nullable String reason) {
        sql.of(
                        """
                        update class_session set status = 'cancelled', cancel_reason = :reason, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("reason", reason)
                .update();
    }

    /** What nobody was ever booked for need not be called off; else it tells what was. */
    void remove(UUID id) {
        int gone =
                sql.of(
                                """
                                delete from class_session s where s.business_id = :business and s.id = :id and not exists (
                                    select from class_booking b where b.business_id = :business and b.session_id = s.id)
                                """)
                        .param("id", id)
                        .update();
        if (gone == 0) {
            cancel(id, null);
        }
    }

    /** Hands the later classes of a series to the one that continues it. */
    void hand(UUID from, LocalDate day, UUID to) {
        sql.of(
                        """
                        update class_session set series_id = :to, version = version + 1, updated_at = now()
                        where business_id = :business and series_id = :from and series_day >= :day
                        """)
                .param("from", from)
                .param("day", day)
                .param("to", to)
                .update();
    }
}
