package app.clientele.sales;

import static java.time.ZoneOffset.UTC;
import static java.util.Objects.requireNonNull;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.gateway.CardOnFile;
import app.clientele.shared.Cursor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Invoices, payments, credit notes and IOUs as rows: read. */
@Component
class SaleRows {
    private static final String NAME =
            "nullif(coalesce(c.display_name, concat_ws(' ', c.first_name, c.last_name)), '') customer";

    private static final String INVOICE =
            """
            select i.*, %s, b.name branch, w.name issuer
            from invoice i
            join branch b on b.business_id = :business and b.id = i.branch_id
            left join customer c on c.business_id = :business and c.id = i.customer_id
            left join actor w on w.business_id = :business and w.id = i.issued_by
            where i.business_id = :business\
            """
                    .formatted(NAME);

    private static final String PAYMENT =
            """
            select p.*, %s, b.name branch, i.series, i.number, t.name own_name, w.name "by", k.brand, k.last_four,
                   g.reason failure, g.link, g.dispute, g.dispute_reason, g.seen_at,
                   case when p.kind = 'payment' and p.state = 'taken' and i.voided_at is null then p.amount_minor
                       - (select coalesce(sum(r.amount_minor), 0)::bigint from payment r
                          where r.business_id = :business and r.refund_of = p.id and r.state <> 'failed') else 0 end refundable_minor
            from payment p
            join invoice i on i.business_id = :business and i.id = p.invoice_id
            join branch b on b.business_id = :business and b.id = p.branch_id
            left join own_tender t on t.business_id = :business and t.id = p.own_tender_id
            left join customer c on c.business_id = :business and c.id = p.customer_id
            left join actor w on w.business_id = :business and w.id = p.created_by
            left join gateway_operation g on p.tender = 'card_on_file' and g.business_id = :business and g.id = p.id
            left join customer_card k on p.tender = 'card_on_file' and k.business_id = :business
                and k.customer_id = p.customer_id and k.id::text = p.reference
            where p.business_id = :business\
            """
                    .formatted(NAME);

    private static final String IOU =
            """
            select u.*, %s, i.series, i.number, w.name "by",
                   case when u.state = 'outstanding'
                       then i.total_minor - i.credited_minor - i.written_off_minor - i.paid_minor + i.refunded_minor else 0 end owed_minor
            from iou u
            join invoice i on i.business_id = :business and i.id = u.invoice_id
            left join customer c on c.business_id = :business and c.id = u.customer_id
            left join actor w on w.business_id = :business and w.id = u.created_by
            where u.business_id = :business\
            """
                    .formatted(NAME);

    private final Sql sql;
    private final JsonMapper json;

    SaleRows(Sql sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    // invoices

    Optional<Invoice> invoice(UUID id) {
        return sql.of(INVOICE + " and i.id = :id")
                .param("id", id)
                .query(this::readInvoice)
                .optional();
    }

    /** The same, and nobody else writes to it until the transaction has ended. */
    Optional<Invoice> held(UUID id) {
        return sql.of(INVOICE + " and i.id = :id for no key update of i")
                .param("id", id)
                .query(this::readInvoice)
                .optional();
    }

    List<Invoice> invoices(Invoices.Search search, @Nullable Cursor from, int limit) {
        return sql.of(
                        INVOICE
                                + """
                                 and (:customer::uuid is null or i.customer_id = :customer::uuid)
                                and (:branch::uuid is null or i.branch_id = :branch::uuid)
                                and (:status::text is null or i.status = :status)
                                and (:since::date is null or i.issued_on >= :since::date)
                                and (:until::date is null or i.issued_on <= :until::date)
                                and (:updated::timestamptz is null or i.updated_at >= :updated::timestamptz)
                                and (:first or (i.issued_at, i.id) < (:at::timestamptz, :id::uuid))
                                order by i.issued_at desc, i.id desc limit :limit
                                """)
                .param("customer", search.customer())
                .param("branch", search.branch())
                .param("status", search.status() == null ? null : search.status().wireName())
                .param("since", search.from())
                .param("until", search.until())
                .param(
                        "updated",
                        search.updatedSince() == null ? null : search.updatedSince().atOffset(UTC))
                .param("first", from == null)
                .param("at", moment(from))
                .param("id", from == null ? new UUID(0, 0) : from.id(1))
                .param("limit", limit)
                .query(this::readInvoice)
                .list();
    }

    private static java.time.OffsetDateTime moment(@Nullable Cursor from) {
        return (from == null ? Instant.EPOCH : Instant.parse(from.get(0))).atOffset(UTC);
    }

    private Invoice readInvoice(ResultSet row, int number) throws SQLException {
        long total = row.getLong("total_minor");
        long owed =
                row.getTimestamp("voided_at") != null
                        ? 0
                        : total
                                - row.getLong("credited_minor")
                                - row.getLong("written_off_minor")
                                - row.getLong("paid_minor")
                                + row.getLong("refunded_minor");
        return new Invoice(
                row.getObject("id", UUID.class),
                Invoice.number(row.getInt("series"), row.getLong("number")),
                InvoiceStatus.of(row.getString("status")),
                row.getObject("order_id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                row.getObject("branch_id", UUID.class),
                row.getString("branch"),
                row.getTimestamp("issued_at").toInstant(),
                row.getObject("issued_on", LocalDate.class),
                row.getString("issuer"),
                money(row, "net_minor"),
                money(row, "tax_minor"),
                money(row, "tip_minor"),
                money(row, "total_minor"),
                money(row, "paid_minor"),
                money(row, "refunded_minor"),
                money(row, "credited_minor"),
                money(row, "written_off_minor"),
                money(row, "pending_minor"),
                requireNonNull(Amounts.of(owed, row.getString("currency"))),
                instant(row.getTimestamp("voided_at")),
                row.getString("void_reason"),
                json.readValue(row.getString("document"), InvoiceDocument.class),
                row.getTimestamp("updated_at").toInstant(),
                row.getInt("version"));
    }

    private static Money money(ResultSet row, String minor) throws SQLException {
        return requireNonNull(Amounts.read(row, minor, "currency"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    // payments

    Optional<Payment> payment(UUID id) {
        return payments(sql.of(PAYMENT + " and p.id = :id").param("id", id)).stream().findFirst();
    }

    List<Payment> paymentsOf(UUID invoice) {
        return payments(
                sql.of(PAYMENT + " and p.invoice_id = :invoice order by p.taken_at, p.id limit 500")
                        .param("invoice", invoice));
    }

    List<Payment> payments(Payments.Search search, @Nullable Cursor from, int limit) {
        return payments(
                sql.of(
                                PAYMENT
                                        + """
                                         and (:customer::uuid is null or p.customer_id = :customer::uuid)
                                        and (:branch::uuid is null or p.branch_id = :branch::uuid)
                                        and (:tender::text is null or p.tender = :tender)
                                        and (:since::date is null or p.taken_on >= :since::date)
                                        and (:until::date is null or p.taken_on <= :until::date)
                                        and (:first or (p.taken_at, p.id) < (:at::timestamptz, :id::uuid))
                                        order by p.taken_at desc, p.id desc limit :limit
                                        """)
                        .param("customer", search.customer())
                        .param("branch", search.branch())
                        .param("tender", search.tender())
                        .param("since", search.from())
                        .param("until", search.until())
                        .param("first", from == null)
                        .param("at", moment(from))
                        .param("id", from == null ? new UUID(0, 0) : from.id(1))
                        .param("limit", limit));
    }

    private static List<Payment> payments(StatementSpec statement) {
        return statement.query(SaleRows::readPayment).list();
    }

    private static Payment readPayment(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getObject("id", UUID.class),
                row.getObject("invoice_id", UUID.class),
                Invoice.number(row.getInt("series"), row.getLong("number")),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                row.getObject("branch_id", UUID.class),
                row.getString("branch"),
                row.getString("kind"),
                row.getObject("refund_of", UUID.class),
                row.getString("tender"),
                row.getObject("own_tender_id", UUID.class),
                row.getString("own_name"),
                PaymentState.of(row.getString("state")),
                money(row, "amount_minor"),
                Amounts.read(row, "given_minor", "currency"),
                money(row, "refundable_minor"),
                row.getString("reference"),
                row.getString("brand") == null
                        ? null
                        : CardOnFile.named(row.getString("brand"), row.getString("last_four")),
                row.getString("failure"),
                row.getString("link"),
                dispute(row),
                row.getString("reason"),
                row.getTimestamp("taken_at").toInstant(),
                row.getObject("taken_on", LocalDate.class),
                row.getString("by"));
    }

    private static Payment.@Nullable Dispute dispute(ResultSet row) throws SQLException {
        String state = row.getString("dispute");
        return state == null
                ? null
                : new Payment.Dispute(
                        state,
                        row.getString("dispute_reason"),
                        row.getTimestamp("seen_at") != null);
    }

    // credit notes

    List<CreditNote> creditNotesOf(UUID invoice) {
        return sql.of(
                        """
                        select n.*, w.name "by" from credit_note n
                        left join actor w on w.business_id = :business and w.id = n.issued_by
                        where n.business_id = :business and n.invoice_id = :invoice order by n.number limit 500
                        """)
                .param("invoice", invoice)
                .query((row, number) ->
                        new CreditNote(
                                row.getObject("id", UUID.class),
                                invoice,
                                Invoice.number(row.getInt("series"), row.getLong("number")),
                                money(row, "amount_minor"),
                                money(row, "tax_minor"),
                                row.getString("reason"),
                                row.getTimestamp("issued_at").toInstant(),
                                row.getString("by")))
                .list();
    }

    // IOUs

    Optional<Iou> iou(UUID id) {
        return ious(sql.of(IOU + " and u.id = :id").param("id", id)).stream().findFirst();
    }

    /** Those of a customer that are still to be paid, the oldest first. */
    List<Iou> outstanding(UUID customer) {
        return ious(
                sql.of(
                                IOU
                                        + " and u.customer_id = :customer and u.state = 'outstanding' order by u.id limit 200")
                        .param("customer", customer));
    }

    List<Iou> ious(Ious.Search search, @Nullable Cursor from, int limit) {
        return ious(
                sql.of(
                                IOU
                                        + """
                                         and (:customer::uuid is null or u.customer_id = :customer::uuid)
                                        and (:state::text is null or u.state = :state)
                                        and (:from::uuid is null or u.id < :from::uuid) order by u.id desc limit :limit
                                        """)
                        .param("customer", search.customer())
                        .param("state", search.state() == null ? null : search.state().wireName())
                        .param("from", from == null ? null : from.id(0))
                        .param("limit", limit));
    }

    private static List<Iou> ious(StatementSpec statement) {
        return statement.query(SaleRows::readIou).list();
    }

    private static Iou readIou(ResultSet row, int number) throws SQLException {
        return new Iou(
                row.getObject("id", UUID.class),
                row.getObject("customer_id", UUID.class),
                row.getString("customer"),
                row.getObject("invoice_id", UUID.class),
                Invoice.number(row.getInt("series"), row.getLong("number")),
                row.getObject("branch_id", UUID.class),
                Iou.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                money(row, "amount_minor"),
                money(row, "owed_minor"),
                row.getString("comment"),
                row.getString("void_reason"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("settled_at")),
                row.getString("by"),
                row.getInt("version"));
    }
}
