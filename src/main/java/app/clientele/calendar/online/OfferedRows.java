package app.clientele.calendar.online;

import app.clientele.calendar.online.Offered.Colleague;
import app.clientele.calendar.rules.BookingSettings.Rules;
import app.clientele.calendar.rules.OnlineRule;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads all the public page needs to know of a service, with the business's rules, at once. */
@Component
class OfferedRows {
    private final Sql sql;

    OfferedRows(Sql sql) {
        this.sql = sql;
    }

    Optional<Offered> find(UUID branch, UUID service) {
        return sql.of(
                        """
                        select b.id branch_id, b.name branch, b.phone, b.zone, s.id service_id, s.name service, s.description, s.minutes,
                            s.price_minor, s.currency, t.ids, t.names, r.*, upper(r.restrict_to) restriction
                        from branch b
                        join service s on s.business_id = :business and s.id = :service and s.archived_at is null and s.online and s.capacity is null
                        cross join lateral (
                            select array_agg(f.id order by f.name, f.id) ids, array_agg(f.name order by f.name, f.id) names
                            from service_staff p join staff f on f.business_id = :business and f.id = p.staff_id
                            where p.business_id = :business and p.service_id = s.id and f.deactivated_at is null
                            and (exists (select from staff_branch w where w.business_id = :business and w.staff_id = f.id
                                         and w.branch_id = b.id)
                                 or not exists (select from staff_branch w where w.business_id = :business and w.staff_id = f.id))
                        ) t
                        left join booking_settings r on r.business_id = :business
                        where b.business_id = :business and b.id = :branch and b.archived_at is null and t.ids is not null
                        and (not exists (select from service_branch o where o.business_id = :business and o.service_id = s.id)
                             or exists (select from service_branch o where o.business_id = :business and o.service_id = s.id
                                        and o.branch_id = b.id))
                        """)
                .param("branch", branch)
                .param("service", service)
                .query(OfferedRows::choice)
                .optional();
    }

    private static Offered choice(ResultSet row, int number) throws SQLException {
        return new Offered(
                row.getObject("branch_id", UUID.class),
                row.getString("branch"),
                row.getString("phone"),
                ZoneId.of(row.getString("zone")),
                row.getObject("service_id", UUID.class),
                row.getString("service"),
                row.getString("description"),
                row.getInt("minutes"),
                Amounts.read(row, "price_minor", "currency"),
                team(row.getArray("ids"), row.getArray("names")),
                rules(row));
    }

    private static List<Colleague> team(Array ids, Array names) throws SQLException {
        UUID[] id = (UUID[]) ids.getArray();
        String[] name = (String[]) names.getArray();
        List<Colleague> team = new ArrayList<>();
        for (int i = 0; i < id.length; i++) {
            team.add(new Colleague(id[i], name[i]));
        }
        return team;
    }

    private static Rules rules(ResultSet row) throws SQLException {
        if (row.getObject("slot_minutes") == null) {
            return Rules.USUAL;
        }
        return new Rules(
                row.getInt("late_cancel_hours"),
                row.getInt("slot_minutes"),
                row.getInt("ahead_days"),
                row.getInt("notice_minutes"),
                row.getBoolean("forward_requests"),
                row.getBoolean("acceptance"),
                row.getObject("restrict_after", Integer.class),
                row.getInt("restrict_months"),
                OnlineRule.valueOf(row.getString("restriction")),
                row.getBoolean("count_late"),
                row.getString("terms"),
                row.getString("call_us"),
                row.getString("allowed_sites"),
                row.getBoolean("waitlist_automatic"),
                row.getInt("offer_minutes"),
                row.getInt("offer_notice_minutes"),
                row.getInt("version"));
    }
}
