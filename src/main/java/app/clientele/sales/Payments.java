package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.customers.CustomerRows;
import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Open;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Price;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Money that came and went back. */
@Service
public class Payments {
    private final SaleRows rows;
    private final Takings takings;
    private final PaymentOutcomes outcomes;
    private final GiftSales gifts;
    private final Deposits deposits;
    private final CustomerRows customers;

    Payments(
            SaleRows rows,
            Takings takings,
            PaymentOutcomes outcomes,
            GiftSales gifts,
            Deposits deposits,
            CustomerRows customers) {
        this.rows = rows;
        this.takings = takings;
        this.outcomes = outcomes;
        this.gifts = gifts;
        this.deposits = deposits;
        this.customers = customers;
    }

    /** Which ones to list. */
    public record Search(
            @Nullable UUID customer,
            @Nullable UUID branch,
            @Nullable String tender,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public static Search of(UUID customer) {
            return new Search(customer, null, null, null, null);
        }
    }

    /**
     * What goes back.
     *
     * @param amount all that is left of the payment when absent
     * @param to the tender it goes back as, such as {@code account_credit}; the way it came when
     *     absent
     */
    public record Refund(
            @Price @Nullable Money amount,
            @NotNull @Line(max = 200) @Nullable String reason,
            @Line(max = 40) @Nullable String to) {}

    /** The ways of being paid, in their order. */
    @Open("how one may pay is no secret")
    public List<Tender> tenders() {
        return takings.all();
    }

    /** What a customer has to pay with, by the code of each tender that has an end. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Map<String, Money> held(@Nullable UUID customer, CurrencyUnit unit) {
        Map<String, Money> held = new HashMap<>();
        for (Tender tender : takings.all()) {
            Money available = tender.available(customer, unit);
            if (available != null) {
                held.put(tender.code(), available);
            }
        }
        return held;
    }

    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Payment get(UUID id) {
        return rows.payment(id).orElseThrow(() -> new NotFound("payment"));
    }

    /** The latest first. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Page<Payment> list(Search search, @Nullable String cursor, int limit) {
        Page<Payment> found =
                Page.of(
                        rows.payments(search, Cursor.parse(cursor, 2), limit + 1),
                        limit,
                        p -> Cursor.of(p.takenAt(), p.id()));
        if (found.items().isEmpty() && search.customer() != null) {
            customers.require(search.customer());
        }
        return found;
    }

    /** All of an invoice, in the order in which they came. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public List<Payment> of(UUID invoice) {
        return rows.paymentsOf(invoice);
    }

    /**
     * Gives some of a payment back, the way it came or as credit, and makes its invoice less by it.
     *
     * @return what went back
     * @throws Refused {@code refund_exceeds_payment} when more would go back than came
     */
    @Requires(Permission.SALE_REFUND)
    @Transactional
    public Payment refund(UUID id, Refund refund) {
        Validation.check(refund);
        Payment known = rows.payment(id).orElseThrow(() -> new NotFound("payment"));
        Invoice invoice = rows.held(known.invoiceId()).orElseThrow(() -> new NotFound("invoice"));
        // read again, as others may have given some back until the invoice was held
        Payment payment = rows.payment(id).orElseThrow(() -> new NotFound("payment"));
        Money amount = refund.amount() == null ? payment.refundable() : refund.amount();
        check(payment, invoice, amount);
        gifts.refuseForLiveCards(invoice, amount);
        deposits.takeBack(invoice, amount, requireNonNull(refund.reason()));
        if (giveBack(payment, amount, refund) == PaymentState.TAKEN) {
            outcomes.credit(invoice, amount, refund.reason());
        }
        List<Payment> all = rows.paymentsOf(invoice.id());
        return requireNonNull(
                all.stream().filter(p -> id.equals(p.refundOf())).reduce((a, b) -> b).orElse(null));
    }

    private PaymentState giveBack(Payment payment, Money amount, Refund refund) {
        if (refund.to() == null || refund.to().equals(payment.tender())) {
            return takings.giveBack(payment, amount, refund.reason());
        }
        Tender other =
                takings.named(refund.to())
                        .filter(Tender::receives)
                        .orElseThrow(() -> new Invalid("to", "choice"));
        if (payment.customerId() == null) {
            throw new Invalid("to", "credit_of_nobody");
        }
        return takings.giveBackAs(other, payment, amount, refund.reason());
    }

    private static void check(Payment payment, Invoice invoice, Money amount) {
        if (payment.isRefund()) {
            throw new Refused("refund_of_refund");
        }
        if (invoice.voidedAt() != null) {
            throw new Refused("invoice_void");
        }
        if (!amount.getCurrencyUnit().equals(invoice.unit())) {
            throw new Invalid("amount", "currency", invoice.unit().getCode());
        }
        if (amount.isZero() && payment.refundable().isPositive()) {
            throw new Invalid("amount", "payment_nothing");
        }
        if (amount.isZero() || amount.isGreaterThan(payment.refundable())) {
            throw new Refused("refund_exceeds_payment");
        }
    }
}
