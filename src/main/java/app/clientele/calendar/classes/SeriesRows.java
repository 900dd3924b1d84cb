package app.clientele.calendar.classes;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Series of classes as rows. */
@Component
class SeriesRows {
    private static final String SELECT =
            """
            select r.*, s.name kind, s.colour, b.name branch, b.zone, f.name staff
            from class_series r
            join service s on s.business_id = :business and s.id = r.service_id
            join branch b on b.business_id = :business and b.id = r.branch_id
            left join staff f on f.business_id = :business and f.id = r.staff_id
            where r.business_id = :business\
            """;

    private final Sql sql;

    SeriesRows(Sql sql) {
        this.sql = sql;
    }

    Optional<ClassSeries> find(UUID id) {
        return sql.of(SELECT + " and r.id = :id")
                .param("id", id)
                .query(SeriesRows::series)
                .optional();
    }

    /** The same, and nobody else writes to it until the transaction has ended. */
    Optional<ClassSeries> hold(UUID id) {
        return sql.of(SELECT + " and r.id = :id for no key update of r")
                .param("id", id)
                .query(SeriesRows::series)
                .optional();
    }

    /** Those that have not ended by a day, in the order of the week. */
    List<ClassSeries> list(@Nullable UUID branch, @Nullable LocalDate lasting) {
        return sql
                .of(
                        SELECT
                                + """
                                 and (:branch::uuid is null or r.branch_id = :branch::uuid)
                                and (:lasting::date is null or r.until_day is null or r.until_day >= :lasting::date)
                                order by s.name, r.weekdays, r.at_minute, r.id limit 1000
                                """)
                .param("branch", branch)
                .param("lasting", lasting)
                .query(SeriesRows::series)
                .list()
                .stream()
                .sorted(Comparator.comparing(ClassSeries::branch))
                .toList();
    }

    UUID insert(ClassSeriesDetails details) {
        UUID id = Ids.next();
        bind(
                        """
                        insert into class_series (business_id, id, service_id, branch_id, staff_id, weekdays, at_minute, minutes,
                            from_day, until_day, capacity, room)
                        values (:business, :id, :kind, :branch, :staff, :weekdays, :at, :minutes, :from, :until, :capacity, :room)
                        """,
                        id,
                        details)
                .update();
        return id;
    }

    /** Whether it still had this version. */
    boolean update(UUID id, ClassSeriesDetails details, int version) {
        return bind(
                                """
                                update class_series set branch_id = :branch, staff_id = :staff, weekdays = :weekdays, at_minute = :at,
                                    minutes = :minutes, from_day = :from, until_day = :until, capacity = :capacity, room = :room,
                                    version = version + 1, updated_at = now()
                                where business_id = :business and id = :id and service_id = :kind and version = :version
                                """,
                                id,
                                details)
                        .param("version", version)
                        .update()
                > 0;
    }

    void end(UUID id, LocalDate last) {
        sql.of(
                        "update class_series set until_day = :last, version = version + 1, updated_at = now() where business_id = :business and id = :id")
                .param("id", id)
                .param("last", last)
                .update();
    }

    private StatementSpec bind(String statement, UUID id, ClassSeriesDetails details) {
        LocalTime time = requireNonNull(details.time());
        return sql.of(statement)
                .param("id", id)
                .param("kind", details.kindId())
                .param("branch", details.branchId())
                .param("staff", details.staffId())
                .param("weekdays", requireNonNull(details.weekdays()).toArray(Integer[]::new))
                .param("at", time.toSecondOfDay() / 60)
                .param("minutes", details.minutes())
                .param("from", details.fromDay())
                .param("until", details.untilDay())
                .param("capacity", details.capacity())
                .param("room", details.room());
    }

    private static ClassSeries series(ResultSet row, int number) throws SQLException {
        return new ClassSeries(
                row.getObject("id", UUID.class),
                row.getObject("service_id", UUID.class),
                row.getString("kind"),
                row.getString("colour"),
                row.getObject("branch_id", UUID.class),
                row.getString("branch"),
                ZoneId.of(row.getString("zone")),
                row.getObject("staff_id", UUID.class),
                row.getString("staff"),
                List.of((Integer[]) row.getArray("weekdays").getArray()),
                LocalTime.ofSecondOfDay(row.getInt("at_minute") * 60L),
                row.getInt("minutes"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getInt("capacity"),
                row.getString("room"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }
}
