package app.clientele.points;

import app.clientele.database.Sql;
import app.clientele.points.PointEntry.Cause;
import app.clientele.sales.Invoice;
import app.clientele.shared.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What came and went, as rows: read. */
@Component
class PointRows {
    /** What brought points is an invoice, what was paid with them a line of one. */
    private static final String ENTRY =
            """
            select e.id, e.customer_id, e.amount, l.expires_on, e.reason, e.at, w.name "by", i.id invoice_id, i.series, i.number,
                   case when i.customer_id <> e.customer_id and e.kind = 'add' then i.customer_id end brought_id,
                   nullif(coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)), '') brought,
                   case when e.kind = 'expire' then 'expired'
                       when e.payment_id is null then 'edited'
                       when e.kind = 'give_back' then 'given_back'
                       when e.kind = 'add' then case when i.customer_id = e.customer_id then 'earned' else 'referral' end
                       when e.kind = 'spend' and s.id is not null then 'redeemed'
                       else 'taken_back' end cause
            from ledger_entry e
            join ledger_account a on a.business_id = :business and a.id = e.account_id and a.kind = 'points'
            left join ledger_lot l on l.business_id = :business and l.id = e.id
            left join order_line s on s.business_id = :business and s.id = e.payment_id
            left join invoice i on i.business_id = :business and (i.id = e.payment_id or i.order_id = s.order_id)
            left join customer c on c.business_id = :business and c.id = i.customer_id and i.customer_id <> e.customer_id
            left join actor w on w.business_id = :business and w.id = e.created_by
            where e.business_id = :business\
            """;

    private final Sql sql;

    PointRows(Sql sql) {
        this.sql = sql;
    }

    Optional<PointEntry> entry(UUID id) {
        return sql.of(ENTRY + " and e.id = :id").param("id", id).query(PointRows::read).optional();
    }

    /** The latest first. */
    List<PointEntry> entries(UUID customer, @Nullable Cursor from, int limit) {
        return sql.of(
                        ENTRY
                                + """
                                 and e.customer_id = :customer and (:from::uuid is null or e.id < :from::uuid)
                                order by e.id desc limit :limit
                                """)
                .param("customer", customer)
                .param("from", from == null ? null : from.id(0))
                .param("limit", limit)
                .query(PointRows::read)
                .list();
    }

    private static PointEntry read(ResultSet row, int number) throws SQLException {
        UUID invoice = row.getObject("invoice_id", UUID.class);
        return new PointEntry(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                Cause.valueOf(row.getString("cause").toUpperCase(Locale.ROOT)),
                row.getLong("amount"),
                row.getObject("expires_on", LocalDate.class),
                invoice,
                invoice == null
                        ? null
                        : Invoice.number(row.getInt("series"), row.getLong("number")),
                row.getObject("brought_id", UUID.class),
                row.getString("brought"),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                row.getString("by"));
    }
}
