package app.clientele.sales;

import app.clientele.gateway.Disputes;
import app.clientele.gateway.Operations;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Payments by cards on file after they were written down: asked for, let go of, looked after. */
@Service
public class CardCharges {
    private final SaleRows rows;
    private final Operations operations;
    private final Disputes disputes;
    private final TransactionTemplate transactions;

    CardCharges(
            SaleRows rows,
            Operations operations,
            Disputes disputes,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.operations = operations;
        this.disputes = disputes;
        this.transactions = transactions;
    }

    /**
     * Asks the gateway for what an invoice's cards have not been asked for yet. To be called when
     * the checkout or refund is committed; were it not, the background does it.
     *
     * @return what was open, as it stands by now
     */
    @Requires({Permission.SALE_EDIT, Permission.SALE_REFUND})
    public List<Payment> proceed(UUID invoice) {
        List<UUID> asked =
                payments(invoice).stream()
                        .filter(p -> p.state() == PaymentState.PENDING && p.isByCardOnFile())
                        .map(Payment::id)
                        .toList();
        asked.forEach(operations::perform);
        return asked.isEmpty()
                ? List.of()
                : payments(invoice).stream().filter(p -> asked.contains(p.id())).toList();
    }

    /** Asks the gateway what came of those whose outcome is open. */
    @Requires(Permission.SALE_VIEW)
    public void check(UUID invoice) {
        payments(invoice).stream()
                .filter(p -> !p.state().next().isEmpty() && p.isByCardOnFile())
                .forEach(p -> operations.check(p.id()));
    }

    private List<Payment> payments(UUID invoice) {
        return Objects.requireNonNull(transactions.execute(t -> rows.paymentsOf(invoice)));
    }

    /**
     * Lets go of a payment that waits for its customer, so that it can be paid another way.
     *
     * @throws Refused {@code payment_settled} when it does not wait any more
     */
    @Requires(Permission.SALE_EDIT)
    public Payment letGo(UUID id) {
        Payment payment = get(id);
        if (!payment.isByCardOnFile()) {
            throw new Refused("payment_settled");
        }
        operations.cancel(id);
        return get(id);
    }

    /** Says that somebody at the desk knows of a dispute. */
    @Requires(Permission.SALE_REFUND)
    public Payment seen(UUID id) {
        disputes.seen(get(id).id());
        return get(id);
    }

    private Payment get(UUID id) {
        return Objects.requireNonNull(transactions.execute(t -> rows.payment(id)))
                .orElseThrow(() -> new NotFound("payment"));
    }
}
