package app.clientele.sales;

import static java.util.Objects.requireNonNull;

import app.clientele.ledger.CreditAccounts;
import app.clientele.ledger.Posting;
import app.clientele.shared.Refused;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Pays with the credit that a customer has with the business. */
@Component
class CreditTender implements Tender {
    private final CreditAccounts accounts;

    CreditTender(CreditAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String code() {
        return "account_credit";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public Money available(@Nullable UUID customer, CurrencyUnit unit) {
        return customer == null ? Money.zero(unit) : accounts.available(customer, unit);
    }

    @Override
    public PaymentState take(Charge charge) {
        if (charge.customer() == null) {
            throw new Refused("credit_of_nobody");
        }
        accounts.spend(charge.customer(), charge.amount(), charge.payment());
        return PaymentState.TAKEN;
    }

    @Override
    public PaymentState giveBack(Charge charge) {
        accounts.giveBack(charge.payment(), charge.amount());
        return PaymentState.TAKEN;
    }

    @Override
    public boolean receives() {
        return true;
    }

    @Override
    public PaymentState receive(Charge charge) {
        UUID refund = requireNonNull(charge.refund());
        accounts.add(
                refund,
                requireNonNull(charge.customer()),
                charge.amount(),
                null,
                Posting.paid(refund));
        return PaymentState.TAKEN;
    }
}
