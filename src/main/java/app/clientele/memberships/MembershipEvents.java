package app.clientele.memberships;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.memberships.MembershipEvent.Kind;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happened to memberships: written down and read. */
@Component
class MembershipEvents {
    private final Sql sql;

    MembershipEvents(Sql sql) {
        this.sql = sql;
    }

    /** What is to be written down. */
    record Event(
            Kind kind,
            LocalDate day,
            @Nullable LocalDate until,
            @Nullable Boolean access,
            @Nullable String plan,
            @Nullable Money credited,
            @Nullable String reason) {
        static Event of(Kind kind, LocalDate day, @Nullable String plan) {
            return new Event(kind, day, null, null, plan, null, null);
        }
    }

    void write(Membership membership, Event event) {
        sql.of(
                        """
                        insert into membership_event (business_id, id, customer_id, membership_id, kind, day, until_on, access, plan_name,
                            amount_minor, currency, reason, created_by, created_via)
                        values (:business, :id, :customer, :membership, :kind, :day, :until, :access, :plan, :amount, :currency, :reason,
                            :caller, :via)
                        """)
                .param("id", Ids.next())
                .param("customer", membership.customerId())
                .param("membership", membership.id())
                .param("kind", event.kind().wireName())
                .param("day", event.day())
                .param("until", event.until())
                .param("access", event.access())
                .param("plan", event.plan())
                .param("amount", Amounts.minor(event.credited()))
                .param(
                        "currency",
                        event.credited() == null
                                ? null
                                : event.credited().getCurrencyUnit().getCode())
                .param("reason", event.reason())
                .param("via", Caller.current().door().wireName())
                .update();
    }

    /** The latest first. */
    List<MembershipEvent> of(UUID membership) {
        return sql.of(
                        """
                        select e.*, w.name "by" from membership_event e
                        left join actor w on w.business_id = :business and w.id = e.created_by
                        where e.business_id = :business and e.membership_id = :membership order by e.id desc limit 200
                        """)
                .param("membership", membership)
                .query(MembershipEvents::read)
                .list();
    }

    private static MembershipEvent read(ResultSet row, int number) throws SQLException {
        return new MembershipEvent(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getObject("day", LocalDate.class),
                row.getObject("until_on", LocalDate.class),
                row.getObject("access", Boolean.class),
                row.getString("plan_name"),
                Amounts.of(row.getObject("amount_minor", Long.class), row.getString("currency")),
                row.getString("reason"),
                row.getTimestamp("created_at").toInstant(),
                row.getString("by"));
    }
}
