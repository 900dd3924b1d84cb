package app.clientele.sales;

import app.clientele.ledger.gifts.GiftAccounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pays with a gift card, whoever brings it; the reference is its code. */
@Component
class GiftTender implements Tender {
    private final GiftAccounts accounts;

    GiftTender(GiftAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String code() {
        return GIFT_CARD;
    }

    @Override
    public int order() {
        return 34;
    }

    @Override
    public boolean byCode() {
        return true;
    }

    /** Whoever sees the payment can't pay with the card. */
    @Override
    public @Nullable String noted(@Nullable String reference) {
        return GiftAccounts.masked(reference);
    }

    @Override
    public PaymentState take(Charge charge) {
        accounts.spend(charge.reference(), charge.amount(), charge.payment());
        return PaymentState.TAKEN;
    }

    @Override
    public PaymentState giveBack(Charge charge) {
        accounts.giveBack(charge.payment(), charge.amount());
        return PaymentState.TAKEN;
    }
}
