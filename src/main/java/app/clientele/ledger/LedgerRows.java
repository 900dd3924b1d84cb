package app.clientele.ledger;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.shared.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Entries of accounts kept in money: read. */
@Component
public class LedgerRows {
    private static final String ENTRY =
            """
            select e.*, a.unit, l.remaining, coalesce(l.expires_on, e.expires_on) last_day, w.name "by"
            from ledger_entry e
            join ledger_account a on a.business_id = :business and a.id = e.account_id and a.kind = :kind
            left join ledger_lot l on l.business_id = :business and l.id = e.id
            left join actor w on w.business_id = :business and w.id = e.created_by
            where e.business_id = :business\
            """;

    private final Sql sql;

    LedgerRows(Sql sql) {
        this.sql = sql;
    }

    Optional<LedgerEntry> entry(AccountKind kind, UUID id) {
        return sql.of(ENTRY + " and e.id = :id")
                .param("kind", kind.wireName())
                .param("id", id)
                .query(LedgerRows::read)
                .optional();
    }

    /** The latest first. */
    List<LedgerEntry> entries(AccountKind kind, UUID customer, @Nullable Cursor from, int limit) {
        return sql.of(
                        ENTRY
                                + """
                                 and e.customer_id = :customer and (:from::uuid is null or e.id < :from::uuid)
                                order by e.id desc limit :limit
                                """)
                .param("kind", kind.wireName())
                .param("customer", customer)
                .param("from", from == null ? null : from.id(0))
                .param("limit", limit)
                .query(LedgerRows::read)
                .list();
    }

    /** What came to one account and went of it, the latest first. */
    public List<LedgerEntry> of(AccountKind kind, UUID account, int limit) {
        return sql.of(ENTRY + " and e.account_id = :account order by e.sequence desc limit :limit")
                .param("kind", kind.wireName())
                .param("account", account)
                .param("limit", limit)
                .query(LedgerRows::read)
                .list();
    }

    private static LedgerEntry read(ResultSet row, int number) throws SQLException {
        String unit = row.getString("unit");
        return new LedgerEntry(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("kind"),
                money(row.getLong("amount"), unit),
                Amounts.of(row.getObject("remaining", Long.class), unit),
                row.getObject("last_day", LocalDate.class),
                row.getObject("counters", UUID.class),
                row.getObject("payment_id", UUID.class),
                row.getString("reason"),
                row.getTimestamp("at").toInstant(),
                row.getString("by"));
    }

    private static Money money(long minor, String unit) {
        return requireNonNull(Amounts.of(minor, unit));
    }
}
