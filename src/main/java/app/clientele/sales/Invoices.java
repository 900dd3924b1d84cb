package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.CustomerRows;
import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.ledger.gifts.GiftAccounts;
import app.clientele.shared.Cursor;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was issued: read, and taken back as a whole. */
@Service
public class Invoices {
    private final Sql sql;
    private final SaleRows rows;
    private final Takings takings;
    private final OrderWrites orders;
    private final GiftAccounts gifts;
    private final Deposits deposits;
    private final InvoiceLetters letters;
    private final CustomerRows customers;

    Invoices(
            Sql sql,
            SaleRows rows,
            Takings takings,
            OrderWrites orders,
            GiftAccounts gifts,
            Deposits deposits,
            InvoiceLetters letters,
            CustomerRows customers) {
        this.sql = sql;
        this.rows = rows;
        this.takings = takings;
        this.orders = orders;
        this.gifts = gifts;
        this.deposits = deposits;
        this.letters = letters;
        this.customers = customers;
    }

    /**
     * Which ones to list.
     *
     * @param from issued on that day or later
     * @param until issued on that day or before
     */
    public record Search(
            @Nullable UUID customer,
            @Nullable UUID branch,
            @Nullable InvoiceStatus status,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable Instant updatedSince) {
        public static Search of(UUID customer) {
            return new Search(customer, null, null, null, null, null);
        }
    }

    /** Why one is void. */
    public record Voiding(@NotNull @Line(max = 200) @Nullable String reason) {}

    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Invoice get(UUID id) {
        return rows.invoice(id).orElseThrow(() -> new NotFound("invoice"));
    }

    /** The latest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<Invoice> list(Search search, @Nullable String cursor, int limit) {
        Page<Invoice> found =
                Page.of(
                        rows.invoices(search, Cursor.parse(cursor, 2), limit + 1),
                        limit,
                        i -> Cursor.of(i.issuedAt(), i.id()));
        if (found.items().isEmpty() && search.customer() != null) {
            customers.require(search.customer());
        }
        return found;
    }

    /** What made it less. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public List<CreditNote> creditNotes(UUID invoice) {
        return rows.creditNotesOf(invoice);
    }

    /** The one in which an appointment was sold. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Optional<Invoice> ofAppointment(UUID appointment) {
        return sql.of(
                        """
                        select i.id from order_line l
                        join invoice i on i.business_id = :business and i.order_id = l.order_id
                        where l.business_id = :business and l.appointment_id = :appointment and l.held
                        """)
                .param("appointment", appointment)
                .query(UUID.class)
                .optional()
                .flatMap(rows::invoice);
    }

    /** What all invoices of a customer come to. */
    public record Summary(long invoices, Money total, Money paid, Money owed, long open) {}

    /** The sums over all but void invoices. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Summary summary(UUID customer, String currency) {
        return sql.of(
                        """
                        select count(*) n, coalesce(sum(total_minor - credited_minor), 0) total,
                               coalesce(sum(paid_minor - refunded_minor), 0) paid,
                               coalesce(sum(total_minor - credited_minor - written_off_minor - paid_minor + refunded_minor), 0) owed,
                               count(*) filter (where status in ('open', 'part_paid')) unpaid
                        from invoice where business_id = :business and customer_id = :customer and voided_at is null
                            and currency = :currency
                        """)
                .param("customer", customer)
                .param("currency", currency)
                .query((row, number) ->
                        new Summary(
                                row.getLong("n"),
                                requireNonNull(Amounts.of(row.getLong("total"), currency)),
                                requireNonNull(Amounts.of(row.getLong("paid"), currency)),
                                requireNonNull(Amounts.of(row.getLong("owed"), currency)),
                                row.getLong("unpaid")))
                .single();
    }

    /**
     * Takes an invoice back: it counts no more, and what was paid goes back the way it came. Its
     * number stays.
     *
     * @throws Refused {@code invoice_credited} when some of it was credited already, {@code
     *     payment_on_its_way}, {@code refund_card_first}
     */
    @Requires(Permission.SALE_VOID)
    @Transactional
    public Invoice voidIt(UUID id, Voiding voiding) {
        Validation.check(voiding);
        Invoice invoice = rows.held(id).orElseThrow(() -> new NotFound("invoice"));
        if (invoice.voidedAt() != null) {
            return invoice;
        }
        if (invoice.credited().isPositive()) {
            throw new Refused("invoice_credited");
        }
        refuseUnsettled(invoice);
        gifts.voidAll(invoice.id(), requireNonNull(voiding.reason()));
        deposits.takeAllBack(invoice.orderId(), requireNonNull(voiding.reason()));
        giveAllBack(invoice, requireNonNull(voiding.reason()));
        sql.of(
                        """
                        update invoice set voided_at = now(), voided_by = :caller, void_reason = :reason, version = version + 1,
                            updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("reason", voiding.reason())
                .param("id", id)
                .update();
        orders.free(invoice.orderId());
        return rows.invoice(id).orElseThrow(() -> new NotFound("invoice"));
    }

    /** What is given back only later can't be undone at a stroke: it is refunded first. */
    private void refuseUnsettled(Invoice invoice) {
        if (invoice.onItsWay().isPositive()) {
            throw new Refused("payment_on_its_way");
        }
        boolean later =
                rows.paymentsOf(invoice.id()).stream()
                        .filter(p -> p.refundable().isPositive() || p.isRefund())
                        .filter(p -> !p.state().next().isEmpty() || p.refundable().isPositive())
                        .anyMatch(p -> takings.named(p.tender()).orElseThrow().settlesLater());
        if (later) {
            throw new Refused("refund_card_first");
        }
    }

    private void giveAllBack(Invoice invoice, String reason) {
        List<Payment> paid =
                rows.paymentsOf(invoice.id()).stream()
                        .filter(p -> p.refundable().isPositive())
                        .toList();
        paid.forEach(p -> takings.giveBack(p, p.refundable(), reason));
    }

    /**
     * Writes an invoice to its customer, in their language.
     *
     * @throws Refused {@code no_email} when there is no address to write to
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public void mail(UUID id) {
        letters.write(rows.invoice(id).orElseThrow(() -> new NotFound("invoice")));
    }
}
