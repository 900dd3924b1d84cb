package app.clientele.calendar;

import static java.time.ZoneOffset.UTC;

import app.clientele.calendar.Appointments.Search;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Appointments as rows: each read with the names of all it has to do with. */
@Component
class AppointmentRows {
    private static final String SELECT =
            """
            select a.*, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) customer,
                   b.name branch, b.zone, s.colour, f.name staff
            from appointment a
            join branch b on b.business_id = :business and b.id = a.branch_id
            join service s on s.business_id = :business and s.id = a.service_id
            join staff f on f.business_id = :business and f.id = a.staff_id
            left join customer c on c.business_id = :business and c.id = a.customer_id
            where a.business_id = :business\
            """;

    private final Sql sql;

    AppointmentRows(Sql sql) {
        this.sql = sql;
    }

    Optional<Appointment> find(UUID id) {
        return read(sql.of(SELECT + " and a.id = :id").param("id", id)).stream().findFirst();
    }

    /** The same, and nobody else writes to it until the transaction has ended. */
    Optional<Appointment> hold(UUID id) {
        return read(sql.of(SELECT + " and a.id = :id for update of a").param("id", id)).stream()
                .findFirst();
    }

    List<Appointment> visit(UUID visit) {
        return read(
                sql.of(SELECT + " and a.visit_id = :visit order by a.starts_at, a.id limit 200")
                        .param("visit", visit));
    }

    /** All of a series, in the order of time. */
    List<Appointment> series(UUID series) {
        return read(
                sql.of(SELECT + " and a.series_id = :series order by a.starts_at, a.id limit 3000")
                        .param("series", series));
    }

    /** Those of one visit or series that are still to come, which nobody else then writes to. */
    List<Appointment> hold(Collection<UUID> ids) {
        return read(
                sql.of(SELECT + " and a.id = any(:ids) order by a.id for update of a")
                        .param("ids", ids.toArray(UUID[]::new)));
    }

    /** What a customer booked for others, the latest first. */
    List<Appointment> forOthers(UUID customer, Instant from, int most) {
        return read(
                sql.of(
                                SELECT
                                        + """
                                         and a.booked_by_id = :customer and a.customer_id <> :customer and a.starts_at >= :from
                                        order by a.starts_at, a.id limit :most
                                        """)
                        .param("customer", customer)
                        .param("from", from.atOffset(UTC))
                        .param("most", most));
    }

    /** What lies at a branch between two moments, in the order of time. */
    List<Appointment> between(UUID branch, Instant from, Instant until, int most) {
        return read(
                sql.of(
                                SELECT
                                        + """
                                         and a.branch_id = :branch and a.starts_at < :until
                                        and a.starts_at > :from::timestamptz - interval '24 hours' and a.ends_at > :from
                                        and a.status not in ('cancelled', 'late_cancelled', 'declined')
                                        order by a.starts_at, a.id limit :most
                                        """)
                        .param("branch", branch)
                        .param("from", from.atOffset(UTC))
                        .param("until", until.atOffset(UTC))
                        .param("most", most));
    }

    /** Those looked for, in the order of time or against it. */
    List<Appointment> list(Search search, @Nullable Cursor from, int limit) {
        return read(
                sql.of(SELECT + WANTED + (search.latestFirst() ? BACKWARDS : FORWARDS))
                        .param("branch", search.branch())
                        .param("staff", search.staff())
                        .param("customer", search.customer())
                        .param("statuses", search.wireStatuses())
                        .param("since", at(search.from()))
                        .param("before", at(search.until()))
                        .param("updated", at(search.updatedSince()))
                        .param("first", from == null)
                        .param("at", at(from == null ? Instant.EPOCH : Instant.parse(from.get(0))))
                        .param("id", from == null ? new UUID(0, 0) : from.id(1))
                        .param("limit", limit));
    }

    private static final String WANTED =
            """
             and (:branch::uuid is null or a.branch_id = :branch::uuid)
            and (:staff::uuid is null or a.staff_id = :staff::uuid)
            and (:customer::uuid is null or a.customer_id = :customer::uuid)
            and (a.offer_until is null or a.status = 'requested')
            and (:statuses::text[] is null or a.status = any(:statuses::text[]))
            and (:since::timestamptz is null or a.starts_at >= :since::timestamptz)
            and (:before::timestamptz is null or a.starts_at < :before::timestamptz)
            and (:updated::timestamptz is null or a.updated_at >= :updated::timestamptz)
            """;
    private static final String FORWARDS =
            "and (:first or (a.starts_at, a.id) > (:at, :id)) order by a.starts_at, a.id limit :limit";
    private static final String BACKWARDS =
            "and (:first or (a.starts_at, a.id) < (:at, :id)) order by a.starts_at desc, a.id desc limit :limit";

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    private static List<Appointment> read(StatementSpec statement) {
        return statement.query(AppointmentRows::appointment).list();
    }

    private static Appointment appointment(ResultSet row, int number) throws SQLException {
        var offerUntil = row.getTimestamp("offer_until");
        return new Appointment(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                row.getObject("booked_by_id", UUID.class),
                row.getString("guest_name"),
                row.getObject("visit_id", UUID.class),
                row.getObject("series_id", UUID.class),
                row.getObject("branch_id", UUID.class),
                row.getString("branch"),
                ZoneId.of(row.getString("zone")),
                row.getObject("service_id", UUID.class),
                row.getString("service_name"),
                row.getString("colour"),
                row.getObject("staff_id", UUID.class),
                row.getString("staff"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                AppointmentStatus.of(row.getString("status")),
                Amounts.read(row, "price_minor", "currency"),
                row.getString("note"),
                row.getString("overlap_reason"),
                row.getString("cancel_reason"),
                offerUntil == null ? null : offerUntil.toInstant(),
                row.getString("created_via"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("sequence"),
                row.getInt("version"));
    }
}
