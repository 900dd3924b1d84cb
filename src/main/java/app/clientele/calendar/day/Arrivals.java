package app.clientele.calendar.day;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Sql;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a customer has today, wherever: for whoever lets them in. */
@Service
public class Arrivals {
    /** The day is that of the branch; the hours around now find it by an index. */
    private static final String TODAY =
            """
            select * from (
                select a.id, false class, a.service_name, a.starts_at, f.name staff, b.name branch, b.zone,
                       a.status in ('arrived', 'in_service') arrived
                from appointment a
                join branch b on b.business_id = :business and b.id = a.branch_id
                left join staff f on f.business_id = :business and f.id = a.staff_id
                where a.business_id = :business and a.customer_id = :customer
                    and a.status in ('booked', 'confirmed', 'arrived', 'in_service')
                    and a.starts_at between :now - interval '26 hours' and :now + interval '26 hours'
                union all
                select k.id, true, k.service_name, k.starts_at, f.name, b.name, b.zone, k.status = 'checked_in'
                from class_booking k
                join class_session s on s.business_id = :business and s.id = k.session_id
                join branch b on b.business_id = :business and b.id = s.branch_id
                left join staff f on f.business_id = :business and f.id = s.staff_id
                where k.business_id = :business and k.customer_id = :customer and k.status in ('booked', 'checked_in')
                    and k.starts_at between :now - interval '26 hours' and :now + interval '26 hours') v
            where (v.starts_at at time zone v.zone)::date = (:now::timestamptz at time zone v.zone)::date
            order by v.starts_at, v.id limit 50
            """;

    private final Sql sql;
    private final Clock clock;

    Arrivals(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * An appointment or a place in a class.
     *
     * @param inClass whether it is a place in a class
     * @param arrived whether they were checked in already
     */
    public record Arrival(
            UUID id,
            boolean inClass,
            String service,
            Instant startsAt,
            @Nullable String staff,
            String branch,
            ZoneId zone,
            boolean arrived) {}

    /** What lies before them today and what they are in, in the order of time. */
    @Requires(Permission.APPOINTMENT_VIEW)
    @Transactional(readOnly = true)
    public List<Arrival> of(UUID customer) {
        return sql.of(TODAY)
                .param("customer", customer)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Arrivals::arrival)
                .list();
    }

    private static Arrival arrival(ResultSet row, int number) throws SQLException {
        return new Arrival(
                requireNonNull(row.getObject("id", UUID.class)),
                row.getBoolean("class"),
                row.getString("service_name"),
                row.getTimestamp("starts_at").toInstant(),
                row.getString("staff"),
                row.getString("branch"),
                ZoneId.of(row.getString("zone")),
                row.getBoolean("arrived"));
    }
}
