package app.clientele.calendar.day;

import static java.time.ZoneOffset.UTC;

import app.clientele.business.Businesses;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.database.Plans;
import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a branch's day: in one statement all that lies on it with what is to be known about each,
 * in another all that waits. Marks and tasks come from every module.
 */
@Service
public class Days {
    /** The most a day shows. */
    public static final int MOST = 2000;

    private final Sql sql;
    private final Businesses businesses;
    private final List<VisitMark> marks;
    private final List<DayTask> tasks;
    private final JsonMapper json;

    Days(
            Sql sql,
            Businesses businesses,
            List<VisitMark> marks,
            List<DayTask> tasks,
            JsonMapper json) {
        this.sql = sql;
        this.businesses = businesses;
        this.marks = sorted(marks);
        this.tasks = sorted(tasks);
        this.json = json;
    }

    private static <P extends DayPart> List<P> sorted(List<P> parts) {
        return parts.stream().sorted(Comparator.comparingInt(DayPart::order)).toList();
    }

    /** What lies on the day of a branch, in the order of time; also what was called off. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true, label = Plans.KEPT)
    public List<DayVisit> visits(UUID branch, LocalDate day, ZoneId zone) {
        List<VisitMark> asking = shown(marks);
        return sql.of(APPOINTMENTS.formatted(array(asking)) + CLASSES)
                .param("branch", branch)
                .param("day", day)
                .param("from", day.atStartOfDay(zone).toInstant().atOffset(UTC))
                .param("until", day.plusDays(1).atStartOfDay(zone).toInstant().atOffset(UTC))
                .param("most", MOST)
                .query((row, number) -> visit(row, asking))
                .list();
    }

    /** Limited first, so that a plan that is kept never reads all customers for a day's. */
    private static final String APPOINTMENTS =
            """
            select a.id, c.id customer_id, coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)) customer,
                a.guest_name, a.service_name, s.colour, a.staff_id, f.name staff, a.starts_at, a.ends_at, a.status,
                null::int capacity, 0 taken, %s glances
            from (
                select * from appointment a where a.business_id = :business and a.branch_id = :branch and a.starts_at < :until
                    and a.starts_at > :from::timestamptz - interval '24 hours' and a.ends_at > :from and a.status <> 'declined'
                order by a.starts_at limit :most
            ) a
            join service s on s.business_id = :business and s.id = a.service_id
            join staff f on f.business_id = :business and f.id = a.staff_id
            left join customer c on c.business_id = :business and c.id = a.customer_id
            """;

    private static final String CLASSES =
            """
            union all
            select k.id, null, null, null, k.service_name, s.colour, k.staff_id, f.name, k.starts_at, k.ends_at, null,
                k.capacity, (select count(*) from class_booking b where b.business_id = :business and b.session_id = k.id and b.held)::int,
                '{}'
            from class_session k
            join service s on s.business_id = :business and s.id = k.service_id
            left join staff f on f.business_id = :business and f.id = k.staff_id
            where k.business_id = :business and k.branch_id = :branch and k.starts_at < :until
                and k.starts_at > :from::timestamptz - interval '24 hours' and k.ends_at > :from and k.status = 'scheduled'
            order by starts_at, id limit :most
            """;

    private <P extends DayPart> List<P> shown(List<P> parts) {
        var business = businesses.current();
        return parts.stream().filter(p -> p.shownTo(business)).toList();
    }

    private static String array(List<? extends DayPart> asking) {
        return asking.stream()
                .map(part -> "to_json((" + part.glance() + "))::text")
                .collect(Collectors.joining(",\n", "array[", "]::text[]"));
    }

    private DayVisit visit(ResultSet row, List<VisitMark> asking) throws SQLException {
        String status = row.getString("status");
        return new DayVisit(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                row.getString("guest_name"),
                row.getString("service_name"),
                row.getString("colour"),
                row.getObject("staff_id", UUID.class),
                row.getString("staff"),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                status == null ? null : AppointmentStatus.of(status),
                row.getObject("capacity", Integer.class),
                row.getInt("taken"),
                status == null ? Map.of() : glances(row.getArray("glances"), asking));
    }

    private <P extends DayPart> Map<P, JsonNode> glances(Array answers, List<P> asking)
            throws SQLException {
        @Nullable String[] texts = (String[]) answers.getArray();
        Map<P, JsonNode> glances = new LinkedHashMap<>();
        for (int i = 0; i < asking.size(); i++) {
            String text = texts[i];
            glances.put(asking.get(i), json.readTree(text == null ? "null" : text));
        }
        return glances;
    }

    /** What waits for somebody at a branch, and what each wanted to know. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true, label = Plans.KEPT)
    public Map<DayTask, JsonNode> waiting(UUID branch, LocalDate day) {
        List<DayTask> asking = shown(tasks);
        if (asking.isEmpty()) {
            return Map.of();
        }
        return sql.of("select " + array(asking) + " glances where :business is not null")
                .param("branch", branch)
                .param("day", day)
                .query((row, number) -> glances(row.getArray("glances"), asking))
                .single();
    }
}
