package app.clientele.sales;

import static java.time.ZoneOffset.UTC;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Businesses;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.customers.CustomerDetails.Tax;
import app.clientele.customers.CustomerRows;
import app.clientele.database.Sql;
import app.clientele.messages.Languages;
import app.clientele.sales.InvoiceDocument.Entry;
import app.clientele.sales.InvoiceDocument.Party;
import app.clientele.sales.Order.OrderLine;
import app.clientele.sales.catalogue.SalesSettings;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Issues invoices and credit notes: numbered without a gap, with all that they say frozen. */
@Component
class Issuing {
    private final Sql sql;
    private final Businesses businesses;
    private final Branches branches;
    private final CustomerRows customers;
    private final SalesSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    Issuing(
            Sql sql,
            Businesses businesses,
            Branches branches,
            CustomerRows customers,
            SalesSettings settings,
            JsonMapper json,
            Clock clock) {
        this.sql = sql;
        this.businesses = businesses;
        this.branches = branches;
        this.customers = customers;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** A number that is given out by the transaction that takes it. */
    private record Number(int series, long number) {}

    /** Last of all that can fail, as everybody else at the branch waits from here on. */
    private Number next(UUID branch) {
        return sql.of("select series, number from next_invoice_number(:business, :branch)")
                .param("branch", branch)
                .query(Number.class)
                .single();
    }

    /** Today at the branch. */
    LocalDate today(UUID branch) {
        return LocalDate.now(clock.withZone(ZoneId.of(branches.get(branch).zone())));
    }

    /** Writes the invoice of an order. */
    UUID issue(Order order, Reckoning reckoned) {
        UUID id = Ids.next();
        InvoiceDocument document = document(order, reckoned);
        StatementSpec statement =
                numbered(
                                """
                                insert into invoice (business_id, id, order_id, customer_id, branch_id, series, number, issued_at,
                                    issued_on, issued_by, currency, net_minor, tax_minor, tip_minor, total_minor, document, created_via)
                                values (:business, :id, :order, :customer, :branch, :series, :number, :at, :on, :caller, :currency,
                                    :net, :tax, :tips, :total, :document::jsonb, :via)
                                """,
                                order.branchId())
                        .param("id", id)
                        .param("order", order.id())
                        .param("customer", order.customerId())
                        .param("currency", order.currency())
                        .param("net", reckoned.net().getAmountMinorLong())
                        .param("tax", reckoned.tax().getAmountMinorLong())
                        .param("tips", reckoned.tips().getAmountMinorLong())
                        .param("total", reckoned.total().getAmountMinorLong())
                        .param("document", json.writeValueAsString(document));
        statement.update();
        return id;
    }

    private StatementSpec numbered(String statement, UUID branch) {
        Instant now = clock.instant();
        Number number = next(branch);
        return sql.of(statement)
                .param("branch", branch)
                .param("series", number.series())
                .param("number", number.number())
                .param("at", now.atOffset(UTC))
                .param("on", today(branch))
                .param("via", Caller.current().door().wireName());
    }

    private InvoiceDocument document(Order order, Reckoning reckoned) {
        Branch branch = branches.get(order.branchId());
        Customer customer =
                order.customerId() == null ? null : customers.find(order.customerId()).orElse(null);
        String language = customer == null ? null : customer.details().language();
        return new InvoiceDocument(
                Languages.of(language, businesses.current()).toLanguageTag(),
                branch.zone(),
                seller(branch),
                customer == null ? null : buyer(customer),
                IntStream.range(0, order.lines().size())
                        .mapToObj(i -> entry(order.lines().get(i), reckoned.amounts().get(i)))
                        .toList(),
                reckoned.subtotal().getAmountMinorLong(),
                reckoned.discount().getAmountMinorLong(),
                reckoned.taxes().stream().map(Issuing::tax).toList(),
                order.tips().stream()
                        .map(t ->
                                new InvoiceDocument.Tip(t.staff(), t.amount().getAmountMinorLong()))
                        .toList(),
                order.exempt(),
                settings.current().footer());
    }

    private static InvoiceDocument.Tax tax(Reckoning.TaxPart part) {
        return new InvoiceDocument.Tax(
                part.name(),
                part.percent(),
                part.included(),
                part.net().getAmountMinorLong(),
                part.tax().getAmountMinorLong());
    }

    private static Entry entry(OrderLine line, Money amount) {
        boolean points = "points".equals(line.priceSource());
        return new Entry(
                line.units() > 0 && line.priceReason() != null && !points
                        ? line.name() + " · " + line.priceReason()
                        : line.name(),
                line.staff(),
                line.quantity(),
                Objects.requireNonNull(line.price()).getAmountMinorLong(),
                amount.getAmountMinorLong(),
                line.tax() == null ? null : line.tax().percent(),
                points ? line.units() : null);
    }

    private Party seller(Branch branch) {
        var seller = settings.current();
        String business = businesses.current().name();
        String name = Objects.requireNonNullElse(seller.legalName(), business);
        return new Party(
                name,
                branch.name().equals(name) ? null : branch.name(),
                seller.taxNumber(),
                branch.street(),
                null,
                branch.postcode(),
                branch.city(),
                branch.region(),
                branch.country(),
                branch.phone(),
                branch.email());
    }

    private static Party buyer(Customer customer) {
        var details = customer.details();
        Tax tax = details.tax() == null ? Tax.NONE : details.tax();
        Address home =
                details.addresses().stream().findFirst().orElse(null); // the primary one is first
        String name =
                Stream.of(details.firstName(), details.middleName(), details.lastName())
                        .filter(Objects::nonNull)
                        .reduce((one, other) -> one + " " + other)
                        .orElse("");
        return new Party(
                name,
                tax.company(),
                tax.number(),
                home == null ? null : home.street(),
                home == null ? null : home.line2(),
                home == null ? null : home.postcode(),
                home == null ? null : home.city(),
                home == null ? null : home.region(),
                home == null ? null : home.country(),
                null,
                null);
    }

    /** What a credit note says: of which invoice, and how much of each tax. */
    private record Correction(String invoice, String language, List<InvoiceDocument.Tax> taxes) {}

    /** Makes an invoice less by some of it, with its share of the tax. */
    void credit(Invoice invoice, Money amount, @Nullable String reason) {
        List<InvoiceDocument.Tax> taxes = share(invoice, amount);
        long tax = taxes.stream().mapToLong(InvoiceDocument.Tax::tax).sum();
        var document = new Correction(invoice.number(), invoice.document().language(), taxes);
        numbered(
                        """
                        insert into credit_note (business_id, id, invoice_id, customer_id, branch_id, series, number, issued_at,
                            issued_on, issued_by, currency, amount_minor, tax_minor, document, reason, created_via)
                        values (:business, :id, :invoice, :customer, :branch, :series, :number, :at, :on, :caller, :currency,
                            :amount, :tax, :document::jsonb, :reason, :via)
                        """,
                        invoice.branchId())
                .param("id", Ids.next())
                .param("invoice", invoice.id())
                .param("customer", invoice.customerId())
                .param("currency", invoice.unit().getCode())
                .param("amount", amount.getAmountMinorLong())
                .param("tax", tax)
                .param("document", json.writeValueAsString(document))
                .param("reason", reason)
                .update();
        sql.of(
                        """
                        update invoice set credited_minor = credited_minor + :amount, version = version + 1, updated_at = now()
                        where business_id = :business and id = :id
                        """)
                .param("amount", amount.getAmountMinorLong())
                .param("id", invoice.id())
                .update();
    }

    /**
     * The tax up to what is credited now, less the tax up to what was before: rounded each time,
     * and exact when all of it is credited.
     */
    private static List<InvoiceDocument.Tax> share(Invoice invoice, Money amount) {
        Money before = invoice.credited();
        Money after = before.plus(amount);
        return invoice.taxes().stream()
                .map(t ->
                        new InvoiceDocument.Tax(
                                t.name(),
                                t.percent(),
                                t.included(),
                                part(t.net(), invoice, after) - part(t.net(), invoice, before),
                                part(t.tax(), invoice, after) - part(t.tax(), invoice, before)))
                .toList();
    }

    private static long part(Money of, Invoice invoice, Money credited) {
        return Reckoning.share(of, credited.getAmount(), invoice.total().getAmount())
                .getAmountMinorLong();
    }
}
