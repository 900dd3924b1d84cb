package app.clientele.credits;

import app.clientele.credits.VisitCredit.Origin;
import app.clientele.database.Sql;
import app.clientele.ledger.LedgerDays;
import app.clientele.shared.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * What customers have and what they used of it, as rows: read. What is left is counted by the
 * ledger.
 */
@Component
class CreditRows {
    private static final String CREDIT =
            """
            select c.*, coalesce(c.name, c.reason) label, s.name service, m.membership_id, last.expires_on,
                   (select coalesce(sum(l.remaining), 0) from ledger_lot l where l.business_id = :business and l.account_id = c.id
                        and (l.expires_on is null or l.expires_on >= :today)) left_,
                   (select count(*) from credit_use u where u.business_id = :business and u.visit_credit_id = c.id
                        and u.undone_at is null) used,
                   (select - coalesce(sum(e.amount), 0) from ledger_entry e where e.business_id = :business and e.account_id = c.id
                        and e.kind = 'take_back') revoked
            from visit_credit c
            join service s on s.business_id = :business and s.id = c.service_id
            left join membership_charge m on m.business_id = :business and m.id = c.charge_id
            left join lateral (select l.expires_on from ledger_lot l where l.business_id = :business and l.account_id = c.id
                order by l.remaining > 0 desc, l.id desc limit 1) last on true
            where c.business_id = :business\
            """;

    private static final String USABLE =
            """
             and exists (select from ledger_lot l where l.business_id = :business and l.account_id = c.id and l.remaining > 0
                and (l.expires_on is null or l.expires_on >= :today))\
            """;

    private static final String BOUGHT =
            """
            select b.*, i.series, i.number from bought_package b
            join invoice i on i.business_id = :business and i.id = b.invoice_id
            where b.business_id = :business\
            """;

    private final Sql sql;
    private final LedgerDays days;

    CreditRows(Sql sql, LedgerDays days) {
        this.sql = sql;
        this.days = days;
    }

    Optional<VisitCredit> find(UUID id) {
        return credits(" and c.id = :id").param("id", id).query(CreditRows::credit).optional();
    }

    private StatementSpec credits(String which) {
        return sql.of(CREDIT + which).param("today", days.today());
    }

    /**
     * What came with no package, the latest first; what can be used no more only when asked for.
     */
    List<VisitCredit> loose(UUID customer, boolean all, @Nullable Cursor from, int limit) {
        return credits(
                        " and c.customer_id = :customer and c.bought_package_id is null"
                                + " and (:from::uuid is null or c.id < :from::uuid)"
                                + (all ? "" : USABLE)
                                + " order by c.id desc limit :limit")
                .param("customer", customer)
                .param("from", from == null ? null : from.id(0))
                .param("limit", limit)
                .query(CreditRows::credit)
                .list();
    }

    /** All of it, the latest first. */
    List<VisitCredit> of(UUID customer, boolean all, @Nullable Cursor from, int limit) {
        return credits(
                        " and c.customer_id = :customer and (:from::uuid is null or c.id < :from::uuid)"
                                + (all ? "" : USABLE)
                                + " order by c.id desc limit :limit")
                .param("customer", customer)
                .param("from", from == null ? null : from.id(0))
                .param("limit", limit)
                .query(CreditRows::credit)
                .list();
    }

    private List<VisitCredit> ofPackage(UUID bought) {
        return credits(" and c.bought_package_id = :bought order by c.id")
                .param("bought", bought)
                .query(CreditRows::credit)
                .list();
    }

    private static VisitCredit credit(ResultSet row, int number) throws SQLException {
        int visits = row.getInt("visits");
        int left = row.getInt("left_");
        int used = row.getInt("used");
        int revoked = row.getInt("revoked");
        return new VisitCredit(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getObject("service_id", UUID.class),
                row.getString("service"),
                Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)),
                row.getString("label"),
                row.getObject("bought_package_id", UUID.class),
                row.getObject("membership_id", UUID.class),
                visits,
                left,
                used,
                revoked,
                visits - left - used - revoked,
                row.getObject("from_on", LocalDate.class),
                row.getObject("expires_on", LocalDate.class),
                row.getBoolean("shared"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

    Optional<BoughtPackage> bought(UUID id) {
        return sql.of(BOUGHT + " and b.id = :id").param("id", id).query(this::pack).optional();
    }

    /** The latest first; those of which nothing is left only when asked for. */
    List<BoughtPackage> boughtBy(UUID customer, boolean all, @Nullable Cursor from, int limit) {
        return sql.of(
                        BOUGHT
                                + """
                                 and b.customer_id = :customer and (:from::uuid is null or b.id < :from::uuid)
                                and (:all or b.ended_at is null and exists (
                                    select from visit_credit c join ledger_lot l on l.business_id = :business and l.account_id = c.id
                                    where c.business_id = :business and c.bought_package_id = b.id and l.remaining > 0
                                        and (l.expires_on is null or l.expires_on >= :today)))
                                order by b.id desc limit :limit
                                """)
                .param("customer", customer)
                .param("all", all)
                .param("today", days.today())
                .param("from", from == null ? null : from.id(0))
                .param("limit", limit)
                .query(this::pack)
                .list();
    }

    private BoughtPackage pack(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Timestamp ended = row.getTimestamp("ended_at");
        return new BoughtPackage(
                id,
                row.getObject("customer_id", UUID.class),
                row.getObject("package_id", UUID.class),
                row.getString("name"),
                row.getObject("invoice_id", UUID.class),
                app.clientele.sales.Invoice.number(row.getInt("series"), row.getLong("number")),
                row.getObject("bought_on", LocalDate.class),
                ended == null ? null : ended.toInstant(),
                row.getString("end_reason"),
                row.getString("move_reason"),
                ofPackage(id),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }
}
