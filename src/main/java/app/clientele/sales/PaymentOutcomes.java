package app.clientele.sales;

import app.clientele.database.Sql;
import app.clientele.gateway.Gateway.Kind;
import app.clientele.gateway.GatewaySettled;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What came of payments and refunds whose outcome was open: written down where it is told. */
@Component
class PaymentOutcomes {
    private final Sql sql;
    private final SaleRows rows;
    private final Issuing issuing;
    private final OrderWrites orders;

    PaymentOutcomes(Sql sql, SaleRows rows, Issuing issuing, OrderWrites orders) {
        this.sql = sql;
        this.rows = rows;
        this.issuing = issuing;
        this.orders = orders;
    }

    @EventListener
    void settled(GatewaySettled told) {
        if (told.kind() == Kind.REMOVE) {
            return;
        }
        PaymentState state = state(told);
        if (set(told.id(), state) && told.kind() == Kind.REFUND && state == PaymentState.TAKEN) {
            Payment back = rows.payment(told.id()).orElseThrow();
            Invoice invoice = rows.held(back.invoiceId()).orElseThrow();
            credit(invoice, back.amount(), back.reason());
        }
    }

    private static PaymentState state(GatewaySettled told) {
        return switch (told.state()) {
            case SUCCEEDED -> PaymentState.TAKEN;
            case DECLINED -> PaymentState.FAILED;
            case NEEDS_CUSTOMER, PENDING -> PaymentState.PENDING;
            case UNKNOWN, NOT_FOUND -> PaymentState.UNKNOWN;
        };
    }

    private boolean set(UUID payment, PaymentState state) {
        return sql.of(
                                """
                                update payment set state = :state, updated_at = now()
                                where business_id = :business and id = :id and state in ('pending', 'unknown') and state <> :state
                                """)
                        .param("state", state.wireName())
                        .param("id", payment)
                        .update()
                == 1;
    }

    /**
     * Makes an invoice less by what went back; credited whole, its appointment can be sold anew.
     */
    void credit(Invoice invoice, Money amount, @Nullable String reason) {
        issuing.credit(invoice, amount, reason);
        if (invoice.credited().plus(amount).isEqual(invoice.total())) {
            orders.free(invoice.orderId());
        }
    }
}
