package app.clientele.ledger.gifts;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.Masking;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.ledger.LedgerDays;
import app.clientele.shared.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Gift cards as rows: read, with what the ledger says of each. */
@Component
class GiftCardRows {
    private static final String SELECT =
            """
            select * from (
                select g.*, k.available, s.redeemed, greatest(s.expired, 0) + a.balance - k.available lapsed,
                       case when g.refunded_at is not null then 'refunded' when g.voided_at is not null then 'voided'
                            when g.activated_at is null then 'waiting' when k.available > 0 then 'outstanding'
                            when s.expired > 0 or a.balance > 0 then 'expired' else 'redeemed' end state,
                       coalesce(h.display_name, concat_ws(' ', h.first_name, h.last_name)) holder,
                       coalesce(b.display_name, concat_ws(' ', b.first_name, b.last_name)) buyer, w.name "by"
                from gift_card g
                join ledger_account a on a.business_id = :business and a.id = g.id
                cross join lateral (select coalesce(sum(l.remaining), 0)::bigint available from ledger_lot l
                    where l.business_id = :business and l.account_id = g.id and l.remaining > 0
                        and (l.expires_on is null or l.expires_on >= :today)) k
                cross join lateral (select coalesce(- sum(e.amount) filter (where e.payment_id is not null), 0)::bigint redeemed,
                        coalesce(- sum(e.amount) filter (where e.kind = 'expire' or e.kind = 'give_back' and e.payment_id is null),
                            0)::bigint expired
                    from ledger_entry e where e.business_id = :business and e.account_id = g.id) s
                left join customer h on h.business_id = :business and h.id = g.customer_id
                left join customer b on b.business_id = :business and b.id = g.buyer_id
                left join actor w on w.business_id = :business and w.id = g.created_by
                where g.business_id = :business%s) g
            where g.business_id = :business\
            """;

    private final Sql sql;
    private final LedgerDays days;

    GiftCardRows(Sql sql, LedgerDays days) {
        this.sql = sql;
        this.days = days;
    }

    private StatementSpec select(String which, String more) {
        return sql.of(SELECT.formatted(which) + more).param("today", days.today());
    }

    Optional<GiftCard> find(UUID id) {
        return select(" and g.id = :id", "").param("id", id).query(GiftCardRows::read).optional();
    }

    Optional<UUID> byHash(byte[] hash) {
        return sql.of(
                        "select id from gift_card where business_id = :business and code_hash = :hash")
                .param("hash", hash)
                .query(UUID.class)
                .optional();
    }

    Optional<UUID> submitted(UUID submission) {
        return sql.of(
                        "select id from gift_card where business_id = :business and submission_id = :id")
                .param("id", submission)
                .query(UUID.class)
                .optional();
    }

    /** In the order of the lines they were sold in. */
    List<GiftCard> ofInvoice(UUID invoice) {
        return select(" and g.invoice_id = :invoice", " order by g.id")
                .param("invoice", invoice)
                .query(GiftCardRows::read)
                .list();
    }

    /** The latest first. */
    List<GiftCard> list(GiftCards.Search search, @Nullable Cursor from, int limit) {
        return select(
                        """
                         and (:customer::uuid is null or g.customer_id = :customer::uuid or g.buyer_id = :customer::uuid)
                        and (:from::uuid is null or g.id < :from::uuid)
                        and (:hash::bytea is null or g.code_hash = :hash)\
                        """,
                        """
                         and (:state::text is null or g.state = :state)
                        and (:q::text is null or g.code_end = upper(:q) or position(lower(:q) in
                            lower(concat_ws(' ', g.holder, g.buyer, g.recipient_name, g.service_name))) > 0)
                        order by g.id desc limit :limit
                        """)
                .param("customer", search.customer())
                .param("from", from == null ? null : from.id(0))
                .param("hash", search.hash())
                .param("state", search.state() == null ? null : search.state().wireName())
                .param("q", search.hash() == null ? search.words() : null)
                .param("limit", limit)
                .query(GiftCardRows::read)
                .list();
    }

    private static GiftCard read(ResultSet row, int number) throws SQLException {
        String email = row.getString("recipient_email");
        return new GiftCard(
                requireNonNull(row.getObject("id", UUID.class)),
                null,
                row.getString("code_end"),
                GiftCardState.of(row.getString("state")),
                money(row, "value_minor"),
                money(row, "available"),
                money(row, "redeemed"),
                money(row, "lapsed"),
                row.getObject("service_id", UUID.class),
                row.getString("service_name"),
                row.getObject("customer_id", UUID.class),
                name(row.getString("holder")),
                row.getObject("buyer_id", UUID.class),
                name(row.getString("buyer")),
                row.getString("recipient_name"),
                Masking.applies() ? Masking.email(email) : email,
                row.getString("message"),
                row.getObject("deliver_on", LocalDate.class),
                instant(row, "delivered_at"),
                row.getObject("expires_on", LocalDate.class),
                row.getObject("invoice_id", UUID.class),
                Amounts.read(row, "price_minor", "currency"),
                row.getString("reason"),
                instant(row, "activated_at"),
                instant(row, "voided_at"),
                row.getString("void_reason"),
                instant(row, "refunded_at"),
                Amounts.read(row, "refunded_minor", "currency"),
                requireNonNull(instant(row, "created_at")),
                row.getString("by"),
                requireNonNull(instant(row, "updated_at")));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return requireNonNull(Amounts.read(row, column, "currency"));
    }

    private static @Nullable String name(@Nullable String name) {
        return name == null || name.isEmpty() ? null : name;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
