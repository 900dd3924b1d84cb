package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.gateway.Operations;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A card on file, named by its id. It is written down here and charged once the checkout is
 * committed: until the gateway has answered, the payment is pending.
 */
@Component
class CardTender implements Tender {
    private final Operations operations;

    CardTender(Operations operations) {
        this.operations = operations;
    }

    @Override
    public String code() {
        return CARD_ON_FILE;
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public boolean settlesLater() {
        return true;
    }

    @Override
    public PaymentState take(Charge charge) {
        UUID card = card(charge.reference());
        if (card == null || charge.customer() == null) {
            throw new Invalid("payments", "card_unknown");
        }
        try {
            operations.charge(charge.payment(), charge.customer(), card, charge.amount());
        } catch (NotFound e) {
            throw new Invalid("payments", "card_unknown");
        }
        return PaymentState.PENDING;
    }

    private static @Nullable UUID card(@Nullable String reference) {
        try {
            return reference == null ? null : UUID.fromString(reference);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public PaymentState giveBack(Charge charge) {
        operations.refund(requireNonNull(charge.refund()), charge.payment(), charge.amount());
        return PaymentState.PENDING;
    }
}
