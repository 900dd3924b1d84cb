package app.clientele.calendar.availability;

import static app.clientele.calendar.availability.TimetableSql.NOTHING;
import static app.clientele.calendar.availability.TimetableSql.NOT_TAKEN;
import static app.clientele.calendar.availability.TimetableSql.OF_BRANCH;
import static app.clientele.calendar.availability.TimetableSql.OF_ONE;
import static app.clientele.calendar.availability.TimetableSql.OF_SERVICE;
import static app.clientele.calendar.availability.TimetableSql.OF_VISIT;
import static app.clientele.calendar.availability.TimetableSql.PERFORMS;
import static app.clientele.calendar.availability.TimetableSql.SELECT;
import static app.clientele.calendar.availability.TimetableSql.TAKEN;
import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import app.clientele.business.Hours;
import app.clientele.business.Week;
import app.clientele.calendar.availability.Sheet.Timetable;
import app.clientele.calendar.availability.Spans.Stretch;
import app.clientele.calendar.availability.VisitSearch.Leg;
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

    /** Of those who perform a service at a branch. */
    Sheet performers(Search search) {
        LocalDate from = requireNonNull(search.from());
        LocalDate to = requireNonNull(search.to());
        UUID branch = requireNonNull(search.branchId());
        StatementSpec statement =
                sql.of(OF_SERVICE + SELECT.formatted(NOTHING, TAKEN))
                        .param("service", search.serviceId())
                        .param("staff", search.staffId())
                        .param("minutes", search.minutes())
                        .param("barred", search.barred().toArray(UUID[]::new))
                        .param("ignoring", search.ignoring().toArray(UUID[]::new));
        return read(statement, branch, from, to);
    }

    /** Of those who perform the parts of a visit, with what each of them takes for which. */
    VisitSheet visit(VisitSearch search) {
        LocalDate from = requireNonNull(search.from());
        LocalDate to = requireNonNull(search.to());
        UUID branch = requireNonNull(search.branchId());
        List<Leg> legs = search.legs();
        StatementSpec statement =
                sql.of(OF_VISIT + SELECT.formatted(PERFORMS, TAKEN))
                        .param("services", legs.stream().map(Leg::serviceId).toArray(UUID[]::new))
                        .param("staffs", legs.stream().map(Leg::staffId).toArray(UUID[]::new))
                        .param("lengths", legs.stream().map(Leg::minutes).toArray(Integer[]::new))
                        .param("ignoring", search.ignoring().toArray(UUID[]::new));
        List<Row> rows = rows(statement, branch, from, to);
        Map<UUID, String> performs = new HashMap<>();
        rows.stream()
                .filter(r -> r.performs != null)
                .forEach(r -> performs.put(r.timetable.id(), requireNonNull(r.performs)));
        return VisitSheet.of(sheet(rows, branch), performs);
    }

    /** Of those who work at a branch. */
    Sheet colleagues(UUID branch, LocalDate from, LocalDate to) {
        return read(sql.of(OF_BRANCH + SELECT.formatted(NOTHING, NOT_TAKEN)), branch, from, to);
    }

    /** Of one colleague, whether they work at the branch or not. */
    Sheet colleague(UUID branch, UUID staff, LocalDate from, LocalDate to) {
        Sheet sheet =
                read(
                        sql.of(OF_ONE + SELECT.formatted(NOTHING, NOT_TAKEN)).param("staff", staff),
                        branch,
                        from,
                        to);
        if (sheet.colleagues().isEmpty()) {
            throw new NotFound("staff");
        }
        return sheet;
    }

    private static Sheet read(StatementSpec statement, UUID branch, LocalDate from, LocalDate to) {
        return sheet(rows(statement, branch, from, to), branch);
    }

    private static List<Row> rows(
            StatementSpec statement, UUID branch, LocalDate from, LocalDate to) {
        return statement
                .param("branch", branch)
                .param("first", from.minusDays(MARGIN_DAYS))
                .param("last", to.plusDays(MARGIN_DAYS))
                .param("from", midnight(from.minusDays(MARGIN_DAYS)))
                .param("until", midnight(to.plusDays(MARGIN_DAYS + 1)))
                .query(Timetables::row)
                .list();
    }

    private static long midnight(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(UTC);
    }

    private record Row(
            Timetable timetable,
            String zone,
            int before,
            int after,
            @Nullable Boolean known,
            @Nullable String performs) {}

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
                row.getObject("known", Boolean.class),
                row.getString("performs"));
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
