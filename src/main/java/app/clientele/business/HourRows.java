package app.clientele.business;

import app.clientele.access.Clashes;
import app.clientele.business.OpeningHours.DatedHours;
import app.clientele.business.OpeningHours.DatedHoursDetails;
import app.clientele.business.OpeningHours.WeeklyHours;
import app.clientele.database.Sql;
import app.clientele.shared.Ids;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import app.clientele.shared.Validation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Keeps the hours of branches, and of staff at a branch, which have the same shape. */
@Component
class HourRows {
    private static final int MOST_DAYS = 500;

    private final Sql sql;
    private final Clashes clashes;

    HourRows(Sql sql, Clashes clashes) {
        this.sql = sql;
        this.clashes = clashes;
    }

    /** Whose hours: a branch's own, or those of somebody who works there. */
    record Whose(UUID branch, @Nullable UUID staff) {
        static final String ROWS =
                " business_id = :business and branch_id = :branch and staff_id is not distinct from :staff";

        StatementSpec bind(StatementSpec statement) {
            return statement.param("branch", branch).param("staff", staff, java.sql.Types.OTHER);
        }
    }

    WeeklyHours week(Whose whose) {
        return whose.bind(
                        sql.of(
                                "select id, branch_id, version, "
                                        + Week.COLUMNS
                                        + " from weekly_hours where"
                                        + Whose.ROWS))
                .query(HourRows::week)
                .optional()
                .orElseGet(() -> WeeklyHours.unsaid(whose.branch));
    }

    private static WeeklyHours week(ResultSet row, int number) throws SQLException {
        return new WeeklyHours(
                row.getObject("id", UUID.class),
                row.getObject("branch_id", UUID.class),
                Week.read(row),
                true,
                row.getInt("version"));
    }

    void change(Whose whose, Week week, int version) {
        Validation.check(week);
        WeeklyHours present = week(whose);
        int changed =
                week.bind(
                                whose.bind(
                                        sql.of(
                                                """
                                                insert into weekly_hours (business_id, id, branch_id, staff_id, %1$s)
                                                values (:business, :id, :branch, :staff, %2$s)
                                                on conflict (business_id, branch_id, staff_id) do update
                                                    set (%1$s) = (%3$s), version = weekly_hours.version + 1, updated_at = now()
                                                    where weekly_hours.version = :version
                                                """
                                                        .formatted(
                                                                Week.COLUMNS,
                                                                Week.VALUES,
                                                                Week.EXCLUDED))))
                        .param("id", Ids.next())
                        .param("version", version)
                        .update();
        if (changed == 0) {
            throw readable(clashes.since("weekly_hours", present.id(), version, present.version()));
        }
    }

    private static Stale readable(Stale stale) {
        return new Stale(
                stale.version(),
                stale.clashes().stream()
                        .map(c ->
                                c.theirs() == null
                                        ? c
                                        : new Stale.Clash(
                                                c.field(),
                                                Hours.ofStored(c.theirs()).text(false),
                                                c.by(),
                                                c.at()))
                        .toList());
    }

    /** The dates that differ, from this one on. */
    List<DatedHours> dates(Whose whose, LocalDate from) {
        return whose.bind(
                        sql.of(
                                "select day, name, hours from dated_hours where"
                                        + Whose.ROWS
                                        + " and day >= :from order by day limit "
                                        + MOST_DAYS))
                .param("from", from)
                .query(HourRows::date)
                .list();
    }

    private static DatedHours date(ResultSet row, int number) throws SQLException {
        return new DatedHours(
                row.getObject("day", LocalDate.class),
                row.getString("name"),
                Hours.ofStored(row.getString("hours")));
    }

    void set(Whose whose, LocalDate day, DatedHoursDetails details) {
        Validation.check(details);
        if (dates(whose, LocalDate.EPOCH).size() >= MOST_DAYS) {
            throw new Refused("list_full", MOST_DAYS);
        }
        whose.bind(
                        sql.of(
                                """
                                insert into dated_hours (business_id, id, branch_id, staff_id, day, name, hours)
                                values (:business, :id, :branch, :staff, :day, :name, cast(:hours as int4multirange))
                                on conflict (business_id, branch_id, staff_id, day) do update
                                    set name = excluded.name, hours = excluded.hours
                                """))
                .param("id", Ids.next())
                .param("day", day)
                .param("name", details.name())
                .param("hours", Objects.requireNonNull(details.hours()).stored())
                .update();
    }

    DatedHours remove(Whose whose, LocalDate day) {
        return whose.bind(
                        sql.of(
                                "delete from dated_hours where"
                                        + Whose.ROWS
                                        + " and day = :day returning day, name, hours"))
                .param("day", day)
                .query(HourRows::date)
                .optional()
                .orElseThrow(() -> new NotFound("day"));
    }
}
