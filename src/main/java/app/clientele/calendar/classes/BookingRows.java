package app.clientele.calendar.classes;

import static java.time.ZoneOffset.UTC;

import app.clientele.calendar.classes.ClassRoster.Search;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Caller;
import app.clientele.shared.Cursor;
import app.clientele.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Customers in classes as rows. */
@Component
class BookingRows {
    private static final String SELECT =
            """
            select k.*, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) customer,
                   s.branch_id, b.name branch, b.zone, f.name staff,
                   case when k.status = 'waitlisted' then (
                       select count(*)::int from class_booking o where o.business_id = :business and o.session_id = k.session_id
                       and o.status = 'waitlisted' and (o.waiting_since, o.id) <= (k.waiting_since, k.id)) end place
            from class_booking k
            join class_session s on s.business_id = :business and s.id = k.session_id
            join branch b on b.business_id = :business and b.id = s.branch_id
            left join staff f on f.business_id = :business and f.id = s.staff_id
            left join customer c on c.business_id = :business and c.id = k.customer_id
            where k.business_id = :business\
            """;

    private final Sql sql;

    BookingRows(Sql sql) {
        this.sql = sql;
    }

    Optional<ClassBooking> find(UUID id) {
        return read(sql.of(SELECT + " and k.id = :id").param("id", id)).stream().findFirst();
    }

    Optional<ClassBooking> of(UUID session, UUID customer) {
        return read(
                        sql.of(
                                        SELECT
                                                + " and k.session_id = :session and k.customer_id = :customer")
                                .param("session", session)
                                .param("customer", customer))
                .stream()
                .findFirst();
    }

    /** By name, and whoever waits in the order in which they do. */
    List<ClassBooking> roster(UUID session) {
        return read(
                sql.of(
                                SELECT
                                        + """
                                         and k.session_id = :session
                                        order by k.status = 'waitlisted', case when k.status = 'waitlisted' then k.waiting_since end,
                                            lower(coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name))), k.id limit 2000
                                        """)
                        .param("session", session));
    }

    /** Who is next. */
    List<ClassBooking> waiting(UUID session) {
        return read(
                sql.of(
                                SELECT
                                        + " and k.session_id = :session and k.status = 'waitlisted' order by k.waiting_since, k.id limit 200")
                        .param("session", session));
    }

    List<ClassBooking> list(Search search, @Nullable Cursor from, int limit) {
        return read(
                sql.of(SELECT + WANTED + (search.latestFirst() ? BACKWARDS : FORWARDS))
                        .param("customer", search.customer())
                        .param("statuses", search.wireStatuses())
                        .param("since", at(search.from()))
                        .param("before", at(search.until()))
                        .param("first", from == null)
                        .param("at", at(from == null ? Instant.EPOCH : Instant.parse(from.get(0))))
                        .param("id", from == null ? new UUID(0, 0) : from.id(1))
                        .param("limit", limit));
    }

    private static final String WANTED =
            """
             and k.customer_id = :customer
            and (:statuses::text[] is null or k.status = any(:statuses::text[]))
            and (:since::timestamptz is null or k.starts_at >= :since::timestamptz)
            and (:before::timestamptz is null or k.starts_at < :before::timestamptz)
            """;
    private static final String FORWARDS =
            "and (:first or (k.starts_at, k.id) > (:at, :id)) order by k.starts_at, k.id limit :limit";
    private static final String BACKWARDS =
            "and (:first or (k.starts_at, k.id) < (:at, :id)) order by k.starts_at desc, k.id desc limit :limit";

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    /** Whether they are somewhere else at the time of a class. */
    boolean isElsewhere(UUID customer, ClassSession session) {
        return sql.of(
                        """
                        select exists (
                            select from class_booking k where k.business_id = :business and k.customer_id = :customer and k.held
                            and k.session_id <> :session and k.starts_at < :ends and k.ends_at > :starts
                        ) or exists (
                            select from appointment a where a.business_id = :business and a.customer_id = :customer and a.held
                            and a.guest_name is null and not a.overlap_allowed and a.starts_at < :ends and a.ends_at > :starts)
                        """)
                .param("customer", customer)
                .param("session", session.id())
                .param("starts", session.startsAt().atOffset(UTC))
                .param("ends", session.endsAt().atOffset(UTC))
                .query(Boolean.class)
                .single();
    }

    /** Books them or lets them wait; also who was in it and is no longer. */
    UUID write(
            ClassSession session,
            UUID customer,
            ClassBookingStatus status,
            @Nullable Money price,
            @Nullable String note) {
        return sql.of(
                        """
                        insert into class_booking (business_id, id, session_id, customer_id, service_name, starts_at, ends_at, status, held,
                            waiting_since, price_minor, currency, note, created_via)
                        values (:business, :id, :session, :customer, :name, :starts, :ends, :status, :held,
                            case when :status = 'waitlisted' then clock_timestamp() end, :price, :currency, :note, :via)
                        on conflict (business_id, session_id, customer_id) do update set status = excluded.status, held = excluded.held,
                            waiting_since = excluded.waiting_since, offer_until = null, price_minor = excluded.price_minor,
                            currency = excluded.currency, note = excluded.note, cancel_reason = null,
                            version = class_booking.version + 1, updated_at = now()
                        returning id
                        """)
                .param("id", Ids.next())
                .param("session", session.id())
                .param("customer", customer)
                .param("name", session.kind())
                .param("starts", session.startsAt().atOffset(UTC))
                .param("ends", session.endsAt().atOffset(UTC))
                .param("status", status.wireName())
                .param("held", status.isHeld())
                .param("price", Amounts.minor(price))
                .param("currency", Amounts.currency(price))
                .param("note", note)
                .param("via", Caller.current().door().wireName())
                .query(UUID.class)
                .single();
    }

    /** What becomes of one; an offer has a term, who waits anew waits from now on. */
    void status(
            UUID id,
            ClassBookingStatus status,
            @Nullable Instant offerUntil,
            @Nullable String reason) {
        sql.of(
                        """
                        update class_booking set status = :status, held = :held, offer_until = :until::timestamptz, cancel_reason = :reason,
                            waiting_since = case when :status = 'waitlisted' then clock_timestamp() else waiting_since end,
                            version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("id", id)
                .param("status", status.wireName())
                .param("held", status.isHeld())
                .param("until", at(offerUntil))
                .param("reason", reason)
                .update();
    }

    /**
     * Nobody is in a class that does not take place.
     *
     * @return who was, and who waited
     */
    List<ClassBooking> cancelAll(UUID session, @Nullable String reason) {
        List<ClassBooking> on = roster(session).stream().filter(b -> b.status().isOn()).toList();
        sql.of(
                        """
                        update class_booking set status = 'cancelled', held = false, offer_until = null, cancel_reason = :reason,
                            version = version + 1, updated_at = now()
                        where business_id = :business and session_id = :session
                            and status in ('waitlisted', 'offered', 'booked', 'checked_in', 'attended')
                        """)
                .param("session", session)
                .param("reason", reason)
                .update();
        return on;
    }

    /** Who is there has been there, who is not has not come. */
    void finish(UUID session) {
        sql.of(
                        """
                        update class_booking set
                            status = case status when 'checked_in' then 'attended' when 'booked' then 'no_show' else 'lapsed' end,
                            held = status = 'checked_in', offer_until = null, version = version + 1, updated_at = now()
                        where business_id = :business and session_id = :session and status in ('checked_in', 'booked', 'offered', 'waitlisted')
                        """)
                .param("session", session)
                .update();
    }

    /** Classes in which somebody did not take their offer in time. */
    List<UUID> sessionsWithLapsedOffers(Instant now) {
        return sql.of(
                        """
                        select distinct session_id from class_booking
                        where business_id = :business and status = 'offered' and offer_until <= :now order by session_id
                        """)
                .param("now", at(now))
                .query(UUID.class)
                .list();
    }

    void lapse(UUID session, Instant now) {
        sql.of(
                        """
                        update class_booking set status = 'lapsed', held = false, offer_until = null, version = version + 1, updated_at = now()
                        where business_id = :business and session_id = :session and status = 'offered' and offer_until <= :now
                        """)
                .param("session", session)
                .param("now", at(now))
                .update();
    }

    private static List<ClassBooking> read(StatementSpec statement) {
        return statement.query(BookingRows::booking).list();
    }

    private static ClassBooking booking(ResultSet row, int number) throws SQLException {
        return new ClassBooking(
                row.getObject("id", UUID.class),
                row.getObject("session_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                row.getString("service_name"),
                row.getObject("branch_id", UUID.class),
                row.getString("branch"),
                ZoneId.of(row.getString("zone")),
                row.getString("staff"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                ClassBookingStatus.of(row.getString("status")),
                row.getObject("place", Integer.class),
                instant(row.getTimestamp("offer_until")),
                Amounts.read(row, "price_minor", "currency"),
                row.getString("note"),
                row.getString("cancel_reason"),
                row.getString("created_via"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
