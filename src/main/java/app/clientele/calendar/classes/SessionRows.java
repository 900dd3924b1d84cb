package app.clientele.calendar.classes;

import static java.time.ZoneOffset.UTC;

import app.clientele.calendar.classes.ClassSessions.Search;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Classes on their days as rows: each read with how many are in it. */
@Component
class SessionRows {
    private static final String SELECT =
            """
            select s.*, k.colour, b.name branch, b.zone, f.name staff, n.taken, n.waiting, n.attended
            from class_session s
            join service k on k.business_id = :business and k.id = s.service_id
            join branch b on b.business_id = :business and b.id = s.branch_id
            left join staff f on f.business_id = :business and f.id = s.staff_id
            cross join lateral (
                select count(*) filter (where c.held) taken, count(*) filter (where c.status = 'waitlisted') waiting,
                    count(*) filter (where c.status in ('checked_in', 'attended')) attended
                from class_booking c where c.business_id = :business and c.session_id = s.id
            ) n
            where s.business_id = :business\
            """;

    private static final String WANTED =
            """
             and (:branch::uuid is null or s.branch_id = :branch::uuid)
            and (:kind::uuid is null or s.service_id = :kind::uuid)
            and (:staff::uuid is null or s.staff_id = :staff::uuid)
            and (:series::uuid is null or s.series_id = :series::uuid)
            and (:since::timestamptz is null or s.starts_at >= :since::timestamptz)
            and (:before::timestamptz is null or s.starts_at < :before::timestamptz)
            and (:cancelled or s.status = 'scheduled')
            and (:first or (s.starts_at, s.id) > (:at, :id)) order by s.starts_at, s.id limit :limit
            """;

    private final Sql sql;

    SessionRows(Sql sql) {
        this.sql = sql;
    }

    Optional<ClassSession> find(UUID id) {
        return read(sql.of(SELECT + " and s.id = :id").param("id", id)).stream().findFirst();
    }

    /** Whoever asks for a place queues here, and counts only when it is their turn. */
    Optional<ClassSession> hold(UUID id) {
        sql.of(
                        "select id from class_session where business_id = :business and id = :id for no key update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    List<ClassSession> list(Search search, @Nullable Cursor from, int limit) {
        return read(
                sql.of(SELECT + WANTED)
                        .param("branch", search.branch())
                        .param("kind", search.kind())
                        .param("staff", search.staff())
                        .param("series", search.series())
                        .param("since", at(search.from()))
                        .param("before", at(search.until()))
                        .param("cancelled", search.cancelledToo())
                        .param("first", from == null)
                        .param("at", at(from == null ? Instant.EPOCH : Instant.parse(from.get(0))))
                        .param("id", from == null ? new UUID(0, 0) : from.id(1))
                        .param("limit", limit));
    }

    /** The classes of a series from a day of it on that take place and have not begun. */
    List<ClassSession> ofSeries(UUID series, LocalDate from, Instant now) {
        return read(
                sql.of(
                                SELECT
                                        + """
                                         and s.series_id = :series and s.series_day >= :from and s.starts_at > :now
                                        and s.status = 'scheduled' order by s.starts_at, s.id
                                        """)
                        .param("series", series)
                        .param("from", from)
                        .param("now", at(now)));
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(UTC);
    }

    private static List<ClassSession> read(StatementSpec statement) {
        return statement.query(SessionRows::session).list();
    }

    private static ClassSession session(ResultSet row, int number) throws SQLException {
        return new ClassSession(
                row.getObject("id", UUID.class),
                row.getObject("service_id", UUID.class),
                row.getString("service_name"),
                row.getString("colour"),
                row.getObject("series_id", UUID.class),
                row.getObject("series_day", LocalDate.class),
                row.getObject("branch_id", UUID.class),
                row.getString("branch"),
                ZoneId.of(row.getString("zone")),
                row.getObject("staff_id", UUID.class),
                row.getString("staff"),
                row.getString("room"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getInt("capacity"),
                row.getInt("taken"),
                row.getInt("waiting"),
                row.getInt("attended"),
                row.getString("status").equals("cancelled"),
                row.getString("cancel_reason"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }
}
