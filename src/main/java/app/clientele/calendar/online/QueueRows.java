package app.clientele.calendar.online;

import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import app.clientele.shared.NotFound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Requests as rows, with what the desk wants to know of who asks. */
@Component
class QueueRows {
    private static final String SELECT =
            """
            select * from (
                select a.id, a.customer_id, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) customer,
                    v.visits, v.missed, a.branch_id, b.name branch, b.zone, a.service_id, a.service_name service,
                    a.staff_id, f.name staff, w.id forwarded_id, w.name forwarded, coalesce(w.id = :caller, false) for_you,
                    a.starts_at, a.ends_at, a.note, a.created_at, a.status,
                    exists (select from staff_time t where t.business_id = :business and t.staff_id = a.staff_id
                        and t.begins < extract(epoch from upper(a.busy)) and t.ends > extract(epoch from lower(a.busy))
                        and t.begins > extract(epoch from lower(a.busy)) - 172800 and t.id <> a.id) taken,
                    p.id proposal_id, p.staff_id proposal_staff_id, g.name proposal_staff, p.starts_at proposal_starts,
                    p.ends_at proposal_ends, p.message proposal_message
                from appointment a
                join branch b on b.business_id = :business and b.id = a.branch_id
                join staff f on f.business_id = :business and f.id = a.staff_id
                join customer c on c.business_id = :business and c.id = a.customer_id
                cross join lateral (
                    select count(*) filter (where x.status = 'completed') visits,
                        count(*) filter (where x.status in ('no_show', 'late_cancelled')) missed
                    from appointment x where x.business_id = :business and x.customer_id = a.customer_id
                ) v
                left join booking_settings s on s.business_id = :business and s.forward_requests
                left join lateral (
                    select h.id, h.name from staff_preference y
                    join staff h on h.business_id = :business and h.id = y.staff_id and h.deactivated_at is null
                    where s.id is not null and y.business_id = :business and y.customer_id = a.customer_id and y.rank is not null
                    order by y.rank limit 1
                ) w on true
                left join time_proposal p on p.business_id = :business and p.appointment_id = a.id and p.decision = 'open'
                left join staff g on g.business_id = :business and g.id = p.staff_id
                where a.business_id = :business and a.status = 'requested' and a.offer_until is null
            ) q\
            """;

    private final Sql sql;

    QueueRows(Sql sql) {
        this.sql = sql;
    }

    List<BookingRequest> list(@Nullable UUID branch, @Nullable Cursor from, int limit) {
        return read(
                sql.of(
                                SELECT
                                        + """
                                         where (:branch::uuid is null or q.branch_id = :branch::uuid)
                                        and (:first or (case when q.for_you then 0 else 1 end, q.created_at, q.id) > (:rank, :at, :id))
                                        order by case when q.for_you then 0 else 1 end, q.created_at, q.id limit :limit
                                        """)
                        .param("branch", branch)
                        .param("first", from == null)
                        .param("rank", from == null ? 0 : Integer.parseInt(from.get(0)))
                        .param(
                                "at",
                                (from == null ? Instant.EPOCH : Instant.parse(from.get(1)))
                                        .atOffset(ZoneOffset.UTC))
                        .param("id", from == null ? new UUID(0, 0) : from.id(2))
                        .param("limit", limit));
    }

    BookingRequest get(UUID id) {
        return read(sql.of(SELECT + " where q.id = :id").param("id", id)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("appointment"));
    }

    int count() {
        return sql.of(
                        "select count(*) from appointment where business_id = :business and status = 'requested' and offer_until is null")
                .query(Integer.class)
                .single();
    }

    private static List<BookingRequest> read(StatementSpec statement) {
        return statement.query(QueueRows::request).list();
    }

    private static BookingRequest request(ResultSet row, int number) throws SQLException {
        int visits = row.getInt("visits");
        return new BookingRequest(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                visits == 0,
                visits,
                row.getInt("missed"),
                row.getObject("branch_id", UUID.class),
                row.getString("branch"),
                ZoneId.of(row.getString("zone")),
                row.getObject("service_id", UUID.class),
                row.getString("service"),
                row.getObject("staff_id", UUID.class),
                row.getString("staff"),
                row.getObject("forwarded_id", UUID.class),
                row.getString("forwarded"),
                row.getBoolean("for_you"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("note"),
                row.getBoolean("taken"),
                proposal(row),
                row.getTimestamp("created_at").toInstant());
    }

    private static @Nullable Proposal proposal(ResultSet row) throws SQLException {
        UUID id = row.getObject("proposal_id", UUID.class);
        return id == null
                ? null
                : new Proposal(
                        id,
                        row.getObject("proposal_staff_id", UUID.class),
                        row.getString("proposal_staff"),
                        row.getTimestamp("proposal_starts").toInstant(),
                        row.getTimestamp("proposal_ends").toInstant(),
                        row.getString("proposal_message"));
    }
}
