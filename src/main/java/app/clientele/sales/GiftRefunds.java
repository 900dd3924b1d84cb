package app.clientele.sales;

import app.clientele.ledger.gifts.GiftAccounts;
import app.clientele.ledger.gifts.GiftCard;
import app.clientele.ledger.gifts.GiftCards;
import app.clientele.shared.Invalid;
import app.clientele.shared.Line;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives back what was paid for gift cards, as far as they were not spent. */
@Service
public class GiftRefunds {
    private final GiftCards cards;
    private final GiftAccounts accounts;
    private final SaleRows rows;
    private final Takings takings;
    private final PaymentOutcomes outcomes;

    GiftRefunds(
            GiftCards cards,
            GiftAccounts accounts,
            SaleRows rows,
            Takings takings,
            PaymentOutcomes outcomes) {
        this.cards = cards;
        this.accounts = accounts;
        this.rows = rows;
        this.takings = takings;
        this.outcomes = outcomes;
    }

    /**
     * Why the money goes back.
     *
     * @param to the tender it goes back as, such as {@code account_credit}; the way it came when
     *     absent
     */
    public record Refunding(
            @NotNull @Line(max = 200) @Nullable String reason,
            @Line(max = 40) @Nullable String to) {}

    /**
     * Takes a card back, and gives back what was paid for what is left of it. Cards on file are
     * asked afterwards, as with any refund.
     *
     * @throws Refused {@code gift_card_not_refundable} when there is nothing to give back
     */
    @Requires(Permission.SALE_REFUND)
    @Transactional
    public GiftCard refund(UUID id, Refunding refunding) {
        Validation.check(refunding);
        UUID sold = cards.get(id).invoiceId();
        if (sold == null) {
            throw new Refused("gift_card_not_refundable");
        }
        Invoice invoice = rows.held(sold).orElseThrow();
        Money amount = accounts.held(id).refundable();
        if (!amount.isPositive() || invoice.voidedAt() != null) {
            throw new Refused("gift_card_not_refundable");
        }
        accounts.refund(id, amount);
        giveBack(invoice, amount, refunding);
        return cards.get(id);
    }

    /** The last payment first. */
    private void giveBack(Invoice invoice, Money amount, Refunding refunding) {
        Money rest = amount;
        List<Payment> payments = rows.paymentsOf(invoice.id()).reversed();
        for (Payment payment : payments) {
            Money part = rest.isLessThan(payment.refundable()) ? rest : payment.refundable();
            if (part.isPositive() && !payment.isRefund()) {
                rest = rest.minus(part);
                if (giveBack(payment, part, refunding) == PaymentState.TAKEN) {
                    Invoice held = rows.held(invoice.id()).orElseThrow();
                    outcomes.credit(held, part, refunding.reason());
                }
            }
        }
        if (rest.isPositive()) {
            throw new Refused("refund_exceeds_payment");
        }
    }

    private PaymentState giveBack(Payment payment, Money part, Refunding refunding) {
        String to = refunding.to();
        if (to == null || to.isBlank() || to.equals(payment.tender())) {
            return takings.giveBack(payment, part, refunding.reason());
        }
        Tender other =
                takings.named(to)
                        .filter(Tender::receives)
                        .orElseThrow(() -> new Invalid("to", "choice"));
        if (payment.customerId() == null) {
            throw new Invalid("to", "credit_of_nobody");
        }
        return takings.giveBackAs(other, payment, part, refunding.reason());
    }
}
