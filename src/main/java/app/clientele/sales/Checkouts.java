package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.access.Clashes;
import app.clientele.database.Sql;
import app.clientele.sales.Order.Status;
import app.clientele.sales.Takings.Target;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Line;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Price;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes the money for an order: all of it, some of it with the rest owed, in one transaction. */
@Service
public class Checkouts {
    private final Sql sql;
    private final OrderRows orders;
    private final OrderWrites writes;
    private final SaleRows rows;
    private final Issuing issuing;
    private final Takings takings;
    private final GiftSales gifts;
    private final Clashes clashes;

    Checkouts(
            Sql sql,
            OrderRows orders,
            OrderWrites writes,
            SaleRows rows,
            Issuing issuing,
            Takings takings,
            GiftSales gifts,
            Clashes clashes) {
        this.sql = sql;
        this.orders = orders;
        this.writes = writes;
        this.rows = rows;
        this.issuing = issuing;
        this.takings = takings;
        this.gifts = gifts;
        this.clashes = clashes;
    }

    /**
     * How an order is paid. Of an order that is issued already, what is still owed is paid.
     *
     * @param payments what is handed over, in that order
     * @param iou a word about what stays owed; without it nothing may
     * @param settle earlier IOUs that are paid with it, before the order itself
     * @param submissionId of the form: sent twice, it is taken once
     * @param orderVersion the order as it was seen
     */
    public record Checkout(
            @Size(max = 20) @Nullable List<@NotNull @Valid Taking> payments,
            @Valid @Nullable Owing iou,
            @Size(max = 50) @Nullable List<@NotNull UUID> settle,
            @Nullable UUID submissionId,
            @Nullable Integer orderVersion) {
        List<Taking> taken() {
            return payments == null ? List.of() : payments;
        }

        List<UUID> settled() {
            return settle == null ? List.of() : settle;
        }
    }

    /**
     * One thing handed over.
     *
     * @param tender how
     * @param tenderId which of one's own
     * @param given what was handed over, where some of it goes back
     * @param reference a word about it; of a card on file its id, of a gift card its code
     */
    public record Taking(
            @NotNull @Line(max = 40) @Nullable String tender,
            @Nullable UUID tenderId,
            @NotNull @Price @Nullable Money amount,
            @Price @Nullable Money given,
            @Line(max = 100) @Nullable String reference) {}

    /** What is owed, in a word. */
    public record Owing(@NotNull @Line(max = 300) @Nullable String comment) {}

    /**
     * Checks an order out, or pays some more of it.
     *
     * @return its invoice
     * @throws Refused {@code order_empty}, {@code order_unpriced}, {@code order_discarded}
     */
    @Requires(Permission.SALE_EDIT)
    @Transactional
    public Invoice pay(UUID id, Checkout checkout) {
        Validation.check(checkout);
        if (!orders.hold(id)) {
            throw new NotFound("order");
        }
        Order order = orders.find(id).orElseThrow(() -> new NotFound("order"));
        if (order.invoiceId() != null && isTaken(checkout)) {
            return stored(order.invoiceId());
        }
        refuseOvertaken(order, checkout);
        List<Target> targets = earlier(order, checkout);
        gifts.refuseGiftForGift(order, checkout, Takings.owed(targets, order.unit()));
        UUID invoice = order.status() == Status.ISSUED ? order.invoiceId() : issued(order);
        targets.add(target(requireNonNull(invoice)));
        Money left = takings.take(targets, checkout, order.unit());
        owe(order, invoice, left, checkout);
        return stored(invoice);
    }

    private Invoice stored(UUID invoice) {
        return rows.invoice(invoice).orElseThrow(() -> new NotFound("invoice"));
    }

    /** Under the order's lock, so that of two sent at once the later one sees the first. */
    private boolean isTaken(Checkout checkout) {
        return checkout.submissionId() != null
                && sql.of(
                                "select exists (select from payment where business_id = :business and submission_id = :id)"
                                        + " or exists (select from iou where business_id = :business and id = :id)")
                        .param("id", checkout.submissionId())
                        .query(Boolean.class)
                        .single();
    }

    private UUID issued(Order order) {
        refuseUnready(order);
        Reckoning reckoned = order.reckon();
        writes.issue(order, reckoned);
        UUID invoice = issuing.issue(order, reckoned);
        gifts.make(order, reckoned, invoice);
        return invoice;
    }

    private void refuseOvertaken(Order order, Checkout checkout) {
        Integer seen = checkout.orderVersion();
        if (seen != null && seen != order.version()) {
            throw clashes.since("sales_order", order.id(), seen, order.version());
        }
    }

    private static void refuseUnready(Order order) {
        if (order.status() == Status.DISCARDED) {
            throw new Refused("order_discarded");
        }
        if (order.lines().isEmpty()) {
            throw new Refused("order_empty");
        }
        if (!order.isReady()) {
            throw new Refused("order_unpriced");
        }
    }

    /** The invoices of earlier IOUs, held in the order of their ids. */
    private List<Target> earlier(Order order, Checkout checkout) {
        List<Target> targets = new ArrayList<>();
        for (UUID id : checkout.settled().stream().distinct().sorted().toList()) {
            Iou iou = rows.iou(id).orElse(null);
            if (iou == null || !iou.customerId().equals(order.customerId())) {
                throw new Invalid("settle", "choice");
            }
            Target target = target(iou.invoiceId());
            if (target.owed().isPositive()
                    && target.owed().getCurrencyUnit().equals(order.unit())) {
                targets.add(target);
            }
        }
        return targets;
    }

    private Target target(UUID invoice) {
        Invoice held = rows.held(invoice).orElseThrow(() -> new NotFound("invoice"));
        if (held.voidedAt() != null) {
            throw new Refused("invoice_void");
        }
        return new Target(held.id(), held.customerId(), held.branchId(), held.payable());
    }

    /** What is left unpaid is owed, if somebody said so, by somebody who is known. */
    private void owe(Order order, UUID invoice, Money left, Checkout checkout) {
        if (left.isZero() || isPromised(invoice)) {
            return;
        }
        if (checkout.iou() == null) {
            throw new Invalid(List.of(new Problem("payments", "not_covered", left.toString())));
        }
        if (order.customerId() == null) {
            throw new Invalid("iou.comment", "iou_of_nobody");
        }
        boolean first = checkout.taken().isEmpty() && checkout.submissionId() != null;
        sql.of(
                        """
                        insert into iou (business_id, id, invoice_id, customer_id, branch_id, amount_minor, currency, comment, state,
                            created_by, created_via)
                        values (:business, :id, :invoice, :customer, :branch, :amount, :currency, :comment, 'outstanding', :caller, :via)
                        """)
                // without a payment that bears it, the IOU itself shows that the form was sent
                // before
                .param("id", first ? checkout.submissionId() : Ids.next())
                .param("invoice", invoice)
                .param("customer", order.customerId())
                .param("branch", order.branchId())
                .param("amount", left.getAmountMinorLong())
                .param("currency", order.currency())
                .param("comment", checkout.iou().comment())
                .param("via", Caller.current().door().wireName())
                .update();
    }

    private boolean isPromised(UUID invoice) {
        return sql.of(
                        "select exists (select from iou where business_id = :business and invoice_id = :id and state = 'outstanding')")
                .param("id", invoice)
                .query(Boolean.class)
                .single();
    }
}
