package app.clientele.memberships;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Sql;
import app.clientele.gateway.CardOnFile;
import app.clientele.gateway.Cards;
import app.clientele.memberships.MembershipCharge.Kind;
import app.clientele.sales.Checkouts;
import app.clientele.sales.Checkouts.Checkout;
import app.clientele.sales.Checkouts.Owing;
import app.clientele.sales.Checkouts.Taking;
import app.clientele.sales.Invoice;
import app.clientele.sales.Invoices;
import app.clientele.sales.Order;
import app.clientele.sales.OrderDetails;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.Orders;
import app.clientele.sales.Tender;
import app.clientele.shared.Caller;
import app.clientele.shared.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down what a membership charges, each once, with an invoice that its card pays or that is
 * owed. Runs in the transaction of whoever asks, who holds the membership; the gateway is asked
 * once that is committed.
 */
@Component
class Charges {
    private final Sql sql;
    private final Orders orders;
    private final Checkouts checkouts;
    private final Invoices invoices;
    private final Cards cards;

    Charges(Sql sql, Orders orders, Checkouts checkouts, Invoices invoices, Cards cards) {
        this.sql = sql;
        this.orders = orders;
        this.checkouts = checkouts;
        this.invoices = invoices;
        this.cards = cards;
    }

    /** What is to be charged. */
    record Due(Kind kind, int number, LocalDate from, @Nullable LocalDate until, Money amount) {
        static Due once(Kind kind, LocalDate day, Money amount) {
            return new Due(kind, 0, day, null, amount);
        }

        static Due period(Membership membership, int number) {
            Billing billing = membership.billing();
            return new Due(
                    Kind.PERIOD,
                    number,
                    billing.day(number),
                    billing.last(number),
                    membership.price());
        }
    }

    /** How a charge begins. */
    private enum Sort {
        CHARGED,
        SKIPPED,
        PAUSED
    }

    /** Writes a charge down; nothing when it was written before. */
    private Optional<UUID> write(Membership membership, Due due, Sort sort) {
        UUID id = Ids.next();
        int written =
                sql.of(
                                """
                                insert into membership_charge (business_id, id, customer_id, membership_id, kind, number, from_on, until_on,
                                    amount_minor, currency, skipped, paused, created_by, created_via)
                                values (:business, :id, :customer, :membership, :kind, :number, :from, :until, :amount, :currency,
                                    :skipped, :paused, :caller, :via)
                                on conflict (business_id, membership_id, kind, number) do nothing
                                """)
                        .param("id", id)
                        .param("customer", membership.customerId())
                        .param("membership", membership.id())
                        .param("kind", due.kind().wireName())
                        .param("number", due.number())
                        .param("from", due.from())
                        .param("until", due.until())
                        .param("amount", due.amount().getAmountMinorLong())
                        .param("currency", due.amount().getCurrencyUnit().getCode())
                        .param("skipped", sort == Sort.SKIPPED)
                        .param("paused", sort == Sort.PAUSED)
                        .param("via", Caller.current().door().wireName())
                        .update();
        return written == 0 ? Optional.empty() : Optional.of(id);
    }

    /** One that is too old to be charged now. */
    void skip(Membership membership, Due due) {
        write(membership, due, Sort.SKIPPED);
    }

    /** One that is not charged, as it is paused. */
    void pause(Membership membership, Due due) {
        write(membership, due, Sort.PAUSED);
    }

    /**
     * Charges something, unless it was charged before.
     *
     * @return its invoice, whose card the gateway is to be asked about
     */
    Optional<UUID> charge(Membership membership, Due due) {
        return charge(membership, due, Money.zero(due.amount().getCurrencyUnit()));
    }

    /** Charges something, so much of it to the customer's credit. */
    Optional<UUID> charge(Membership membership, Due due, Money credit) {
        return write(membership, due, Sort.CHARGED)
                .map(id -> pay(membership, order(membership, id), credit));
    }

    /** Writes something down that is to be paid at the desk. */
    void propose(Membership membership, Due due) {
        write(membership, due, Sort.CHARGED).ifPresent(id -> order(membership, id));
    }

    private Order order(Membership membership, UUID charge) {
        Order order =
                orders.create(
                        new OrderDetails(
                                membership.customerId(),
                                membership.branchId(),
                                List.of(LineDetails.charge(charge)),
                                null,
                                null,
                                null));
        sql.of(
                        "update membership_charge set order_id = :order, updated_at = now() where business_id = :business and id = :id")
                .param("order", order.id())
                .param("id", charge)
                .update();
        return order;
    }

    private UUID pay(Membership membership, Order order, Money credit) {
        Money total = order.totals().total();
        Money spent = credit.isLessThan(total) ? credit : total;
        List<Taking> takings = new ArrayList<>();
        if (spent.isPositive()) {
            takings.add(new Taking("account_credit", null, spent, null, null));
        }
        Money rest = total.minus(spent);
        Taking card = card(membership, rest);
        if (card != null) {
            takings.add(card);
        }
        Owing owing = rest.isPositive() && card == null ? owing(order) : null;
        return checkouts.pay(order.id(), new Checkout(takings, owing, null, null, null)).id();
    }

    private static Owing owing(Order order) {
        return new Owing(order.lines().getFirst().name());
    }

    /** By the card that was agreed on, as long as it can be charged. */
    private @Nullable Taking card(Membership membership, Money amount) {
        UUID card = membership.cardId();
        return amount.isPositive() && hasCard(membership)
                ? new Taking(
                        Tender.CARD_ON_FILE, null, amount, null, requireNonNull(card).toString())
                : null;
    }

    /** Whether the card that was agreed on can be charged. */
    boolean hasCard(Membership membership) {
        UUID card = membership.cardId();
        return card != null
                && cards.chargeable(membership.customerId()).stream()
                        .map(CardOnFile::id)
                        .anyMatch(card::equals);
    }

    /**
     * Tries once more what was declined or is owed.
     *
     * @return its invoice; nothing without a card that can be charged
     */
    Optional<UUID> again(Membership membership, MembershipCharge charge) {
        if (charge.state() == MembershipCharge.State.SKIPPED) {
            catchUp(charge);
        }
        UUID order =
                charge.orderId() == null
                        ? order(membership, charge.id()).id()
                        : requireNonNull(charge.orderId());
        if (charge.invoiceId() == null) {
            return Optional.of(
                    pay(
                            membership,
                            orders.get(order),
                            Money.zero(charge.amount().getCurrencyUnit())));
        }
        Invoice invoice = invoices.get(requireNonNull(charge.invoiceId()));
        Taking card = card(membership, invoice.payable());
        if (card == null) {
            return Optional.empty();
        }
        return Optional.of(
                checkouts.pay(order, new Checkout(List.of(card), null, null, null, null)).id());
    }

    private void catchUp(MembershipCharge charge) {
        sql.of(
                        "update membership_charge set skipped = false, updated_at = now() where business_id = :business and id = :id")
                .param("id", charge.id())
                .update();
    }
}
