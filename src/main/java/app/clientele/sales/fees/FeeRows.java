package app.clientele.sales.fees;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.sales.fees.Fees.Search;
import app.clientele.shared.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Fees as rows. What proposes, withdraws and charges them are triggers. */
@Component
class FeeRows {
    private static final String SELECT =
            """
            select f.id, f.customer_id, nullif(coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)), '') customer,
                   f.appointment_id, a.branch_id, a.service_name, a.starts_at, f.kind, f.state, f.amount_minor, f.currency, f.taxed,
                   f.fee_rule_id, coalesce(f.order_id, l.order_id) order_id, i.id invoice_id, t.remaining credit_left, f.reason, w.name by_name, f.decided_at,
                   f.created_at, f.version
            from fee f
            join appointment a on a.business_id = :business and a.id = f.appointment_id
            join customer c on c.business_id = :business and c.id = f.customer_id
            left join order_line l on l.business_id = :business and l.fee_id = f.id and l.held
            left join invoice i on i.business_id = :business and i.order_id = f.order_id
            left join ledger_lot t on t.business_id = :business and t.id = f.lot_id
            left join actor w on w.business_id = :business and w.id = f.decided_by
            where f.business_id = :business\
            """;

    private final Sql sql;

    FeeRows(Sql sql) {
        this.sql = sql;
    }

    Optional<Fee> find(UUID id) {
        return sql.of(SELECT + " and f.id = :id").param("id", id).query(FeeRows::fee).optional();
    }

    /** Keeps others from deciding about it until the transaction has ended. */
    Optional<Fee> hold(UUID id) {
        sql.of("select id from fee where business_id = :business and id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional();
        return find(id);
    }

    List<Fee> list(Search search, @Nullable Cursor from, int limit) {
        return sql.of(
                        SELECT
                                + """
                                 and (:customer::uuid is null or f.customer_id = :customer::uuid)
                                and (:appointment::uuid is null or f.appointment_id = :appointment::uuid)
                                and (:state::text is null or f.state = :state)
                                and (:at::timestamptz is null or (f.created_at, f.id) < (:at::timestamptz, :from::uuid))
                                order by f.created_at desc, f.id desc limit :limit
                                """)
                .param("customer", search.customer())
                .param("appointment", search.appointment())
                .param("state", search.state() == null ? null : search.state().wireName())
                .param("at", from == null ? null : Instant.parse(from.get(0)).atOffset(UTC))
                .param("from", from == null ? null : from.id(1))
                .param("limit", limit)
                .query(FeeRows::fee)
                .list();
    }

    private static Fee fee(ResultSet row, int number) throws SQLException {
        Timestamp decided = row.getTimestamp("decided_at");
        return new Fee(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                row.getObject("appointment_id", UUID.class),
                row.getObject("branch_id", UUID.class),
                row.getString("service_name"),
                row.getTimestamp("starts_at").toInstant(),
                FeeKind.of(row.getString("kind")),
                FeeState.of(row.getString("state")),
                requireNonNull(Amounts.read(row, "amount_minor", "currency")),
                row.getBoolean("taxed"),
                row.getObject("fee_rule_id", UUID.class),
                row.getObject("order_id", UUID.class),
                row.getObject("invoice_id", UUID.class),
                Amounts.read(row, "credit_left", "currency"),
                row.getString("reason"),
                row.getString("by_name"),
                decided == null ? null : decided.toInstant(),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("version"));
    }

    void waive(UUID id, String reason) {
        sql.of(
                        """
                        update fee set state = 'waived', reason = :reason, decided_by = :caller, decided_at = now(),
                            version = version + 1, updated_at = now()
                        where business_id = :business and id = :id and state = 'proposed'
                        """)
                .param("id", id)
                .param("reason", reason)
                .update();
    }
}
