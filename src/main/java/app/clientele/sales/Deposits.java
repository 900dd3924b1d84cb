package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.database.Amounts;
import app.clientele.database.Sql;
import app.clientele.ledger.Ledger;
import app.clientele.ledger.Posting;
import app.clientele.sales.Order.OrderLine;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.Money;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deposits, which are the customer's credit once they are paid: offered when the visit is paid for,
 * taken back when the money goes back.
 */
@Service
public class Deposits {
    static final String KIND = "deposit";

    private final Sql sql;
    private final Ledger ledger;
    private final SaleRows rows;

    Deposits(Sql sql, Ledger ledger, SaleRows rows) {
        this.sql = sql;
        this.ledger = ledger;
        this.rows = rows;
    }

    /**
     * One that was paid.
     *
     * @param kept what was not taken back of it
     * @param left what was not spent either
     */
    private record Paid(UUID lot, long kept, long left) {}

    /** What is left of the deposits for what is sold in an order. */
    @Requires(Permission.SALE_VIEW)
    @Transactional(readOnly = true)
    public Money left(Order order) {
        UUID[] visits =
                order.lines().stream()
                        .map(OrderLine::appointmentId)
                        .filter(Objects::nonNull)
                        .toArray(UUID[]::new);
        long left =
                visits.length == 0
                        ? 0
                        : sql.of(
                                        """
                                        select coalesce(sum(l.remaining), 0) from fee f
                                        join ledger_lot l on l.business_id = :business and l.id = f.lot_id
                                        where f.business_id = :business and f.appointment_id = any(:visits) and f.currency = :currency
                                        """)
                                .param("visits", visits)
                                .param("currency", order.currency())
                                .query(Long.class)
                                .single();
        return requireNonNull(Amounts.of(left, order.currency()));
    }

    /** Those of an order, held until the transaction has ended. */
    private List<Paid> held(UUID order) {
        sql.of(
                        "select id from fee where business_id = :business and order_id = :order and lot_id is not null order by id for update")
                .param("order", order)
                .query(UUID.class)
                .list();
        return sql.of(
                        """
                        select f.lot_id lot, l.remaining left, l.amount + coalesce((select sum(e.amount) from ledger_entry e
                            where e.business_id = :business and e.lot_id = l.id and e.kind = 'take_back'), 0)::bigint kept
                        from fee f join ledger_lot l on l.business_id = :business and l.id = f.lot_id
                        where f.business_id = :business and f.order_id = :order order by f.id
                        """)
                .param("order", order)
                .query(Paid.class)
                .list();
    }

    /**
     * What was paid for a deposit goes back with the credit: as much of that is taken as is no
     * longer paid for.
     *
     * @param amount of an invoice that goes back now
     * @throws Refused {@code deposit_spent}
     */
    void takeBack(Invoice invoice, Money amount, String reason) {
        List<Paid> deposits = held(invoice.orderId());
        if (deposits.isEmpty()) {
            return;
        }
        long staying =
                rows.paymentsOf(invoice.id()).stream()
                                .filter(p -> !p.isRefund())
                                .mapToLong(p -> p.refundable().getAmountMinorLong())
                                .sum()
                        - amount.getAmountMinorLong();
        long rest = deposits.stream().mapToLong(Paid::kept).sum() - staying;
        for (Paid deposit : deposits) {
            long part = Math.min(Math.max(rest, 0), deposit.left());
            take(deposit, part, reason);
            rest -= part;
        }
        if (rest > 0) {
            throw new Refused("deposit_spent");
        }
    }

    private void take(Paid deposit, long amount, String reason) {
        if (amount > 0) {
            ledger.takeBack(deposit.lot(), amount, Posting.of(reason));
        }
    }

    /**
     * Takes back all of an order's.
     *
     * @throws Refused {@code deposit_spent} when some of one was spent
     */
    void takeAllBack(UUID order, String reason) {
        for (Paid deposit : held(order)) {
            if (deposit.left() < deposit.kept()) {
                throw new Refused("deposit_spent");
            }
            take(deposit, deposit.left(), reason);
        }
    }
}
