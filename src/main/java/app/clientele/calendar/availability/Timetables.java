package app.clientele.calendar.availability;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import app.clientele.business.Hours;
import app.clientele.business.Week;
import app.clientele.calendar.availability.Sheet.Timetable;
import app.clientele.calendar.availability.Spans.Stretch;
import app.clientele.database.Sql;
import app.clientele.shared.NotFound;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Reads all that decides when somebody is free, in one statement: a row for the branch, and one for
 * each colleague.
 */
@Component
class Timetables {
    /** No appointment with its buffers is longer, nor is any clock further from Greenwich's. */
    private static final int MARGIN_DAYS = 3;

    private final Sql sql;

    Timetables(Sql sql) {
        this.sql = sql;
    }

    /** Those who are there: at one branch, or at all where none is named. */
    private static final String THERE =
            """
             and f.deactivated_at is null
            and (exists (select from staff_branch w where w.business_id = :business and w.staff_id = f.id and w.branch_id = :branch)
                 or not exists (select from staff_branch w where w.business_id = :business and w.staff_id = f.id))
            """;

    private static final String OF_BRANCH =
            """
            with asked as (select 0 minutes, 0 before, 0 after, true known),
            who as (
                select f.id, f.name, 0 minutes from staff f where f.business_id = :business
            """
                    + THERE
                    + ")";

    private static final String OF_ONE =
            """
            with asked as (select 0 minutes, 0 before, 0 after, true known),
            who as (select f.id, f.name, 0 minutes from staff f where f.business_id = :business and f.id = :staff)
            """;

    private static final String OF_SERVICE =
            """
            with asked as (
                select s.minutes, s.buffer_before_minutes before, s.buffer_after_minutes after,
                    :staff::uuid is null or exists (select from staff f where f.business_id = :business and f.id = :staff::uuid) known,
                    s.archived_at is null and (
                        not exists (select from service_branch o where o.business_id = :business and o.service_id = s.id)
                        or exists (select from service_branch o where o.business_id = :business and o.service_id = s.id
                                   and o.branch_id = :branch)) offered
                from service s where s.business_id = :business and s.id = :service
            ),
            who as (
                select f.id, f.name, coalesce(:minutes::int, p.minutes, asked.minutes) minutes
                from asked join service_staff p on p.business_id = :business and p.service_id = :service
                join staff f on f.business_id = :business and f.id = p.staff_id
                join branch o on o.business_id = :business and o.id = :branch and o.archived_at is null
                where asked.offered and (:staff::uuid is null or f.id = :staff::uuid) and f.id <> all(:barred)
            """
                    + THERE
                    + ")";

    private static final String SELECT =
            """
            select who.id, who.name, who.minutes, asked.before, asked.after, asked.known, b.zone,
                h.id is not null said, h.monday, h.tuesday, h.wednesday, h.thursday, h.friday, h.saturday, h.sunday,
                d.dated, a.away_from, a.away_until, t.taken_from, t.taken_until
            from branch b
            left join asked on true
            cross join lateral (select who.id, who.name, who.minutes from who union all select b.id, '', 0) who
            left join weekly_hours h on h.business_id = :business and h.branch_id = :branch
                and coalesce(h.staff_id, h.branch_id) = who.id
            left join (
                select coalesce(x.staff_id, x.branch_id) whose, array_agg(x.day || ' ' || x.hours) dated
                from dated_hours x where x.business_id = :business and x.branch_id = :branch and x.day between :first and :last
                and (x.staff_id is null or x.staff_id in (select who.id from who)) group by 1
            ) d on d.whose = who.id
            left join lateral (
                select array_agg(floor(date_part('epoch', x.starts_at))::bigint) away_from,
                    array_agg(ceil(date_part('epoch', x.ends_at))::bigint) away_until
                from time_off x where x.business_id = :business and x.staff_id = who.id
                and x.ends_at > to_timestamp(:from) and x.starts_at < to_timestamp(:until)
            ) a on true
            left join lateral (
                %s
            ) t on true
            where b.business_id = :business and b.id = :branch order by who.name, who.id
            """;

    private static final String NOT_TAKEN =
            "select cast(null as bigint[]) taken_from, cast(null as bigint[]) taken_until";

    /** As nothing overlaps, of what began before only the last may still go on. */
    private static final String TAKEN =
            """
            select array_agg(x.begins) taken_from, array_agg(x.ends) taken_until
            from (
                (select y.begins, y.ends from staff_time y where y.business_id = :business and y.staff_id = who.id
                 and y.begins < :from and y.id <> all(:ignoring) order by y.begins desc limit 1)
                union all
                select y.begins, y.ends from staff_time y where y.business_id = :business and y.staff_id = who.id
                and y.begins >= :from and y.begins < :until and y.id <> all(:ignoring)
            ) x
            """;

    /** Of those who perform a service at a branch. */
    Sheet performers(Search search) {
        LocalDate from = requireNonNull(search.from());
        LocalDate to = requireNonNull(search.to());
        UUID branch = requireNonNull(search.branchId());
        StatementSpec statement =
                sql.of(OF_SERVICE + SELECT.formatted(TAKEN))
                        .param("service", search.serviceId())
                        .param("staff", search.staffId())
                        .param("minutes", search.minutes())
                        .param("barred", search.barred().toArray(UUID[]::new))
                        .param("ignoring", search.ignoring().toArray(UUID[]::new));
        return read(statement, branch, from, to);
    }

    /** Of those who work at a branch. */
    Sheet colleagues(UUID branch, LocalDate from, LocalDate to) {
        return read(sql.of(OF_BRANCH + SELECT.formatted(NOT_TAKEN)), branch, from, to);
    }

    /** Of one colleague, whether they work at the branch or not. */
    Sheet colleague(UUID branch, UUID staff, LocalDate from, LocalDate to) {
        Sheet sheet =
                read(
                        sql.of(OF_ONE + SELECT.formatted(NOT_TAKEN)).param("staff", staff),
                        branch,
                        from,
                        to);
        if (sheet.colleagues().isEmpty()) {
            throw new NotFound("staff");
        }
        return sheet;
    }

    private static Sheet read(StatementSpec statement, UUID branch, LocalDate from, LocalDate to) {
        List<Row> rows =
                statement
                        .param("branch", branch)
                        .param("first", from.minusDays(MARGIN_DAYS))
                        .param("last", to.plusDays(MARGIN_DAYS))
                        .param("from", midnight(from.minusDays(MARGIN_DAYS)))
                        .param("until", midnight(to.plusDays(MARGIN_DAYS + 1)))
                        .query(Timetables::row)
                        .list();
        return sheet(rows, branch);
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(UTC);
    }

    private record Row(
            Timetable timetable, String zone, int before, int after, @Nullable Boolean known) {}

    private static Sheet sheet(List<Row> rows, UUID branch) {
        if (rows.isEmpty()) {
            throw new NotFound("branch");
        }
        Row any = rows.getFirst();
        if (any.known == null) {
            throw new NotFound("service");
        }
        if (!any.known) {
            throw new NotFound("staff");
        }
        List<Timetable> all = rows.stream().map(Row::timetable).toList();
        return new Sheet(
                WallClock.of(any.zone),
                any.before,
                any.after,
                all.stream().filter(t -> t.id().equals(branch)).findFirst().orElseThrow(),
                all.stream().filter(t -> !t.id().equals(branch)).toList());
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                new Timetable(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getInt("minutes"),
                        row.getBoolean("said") ? Week.read(row) : null,
                        dated(row.getArray("dated")),
                        spans(row, "away"),
                        spans(row, "taken")),
                row.getString("zone"),
                row.getInt("before"),
                row.getInt("after"),
                row.getObject("known", Boolean.class));
    }

    private static Map<LocalDate, Hours> dated(@Nullable Array found) throws SQLException {
        Map<LocalDate, Hours> dated = new HashMap<>();
        if (found != null) {
            for (String entry : (String[]) found.getArray()) {
                String[] parts = entry.split(" ", 2);
                dated.put(LocalDate.parse(parts[0]), Hours.ofStored(parts[1]));
            }
        }
        return dated;
    }

    private static Spans spans(ResultSet row, String name) throws SQLException {
        Array from = row.getArray(name + "_from");
        if (from == null) {
            return Spans.NONE;
        }
        Long[] begins = (Long[]) from.getArray();
        Long[] ends = (Long[]) row.getArray(name + "_until").getArray();
        List<Stretch> spans = new ArrayList<>(begins.length);
        for (int i = 0; i < begins.length; i++) {
            spans.add(new Stretch(begins[i], ends[i]));
        }
        return new Spans(spans);
    }
}
