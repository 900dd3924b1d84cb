package app.clientele.ledger;

import app.clientele.customers.CustomerRows;
import app.clientele.shared.Refused;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The credit of customers as money: a customer has one account for each currency, or those of the
 * records that merged into theirs. Runs in the transaction of whoever asks.
 */
@Component
public class CreditAccounts {
    private final Ledger ledger;
    private final CustomerRows customers;

    CreditAccounts(Ledger ledger, CustomerRows customers) {
        this.ledger = ledger;
        this.customers = customers;
    }

    private List<UUID> of(UUID customer, CurrencyUnit unit) {
        return ledger.accounts(AccountKind.ACCOUNT_CREDIT, customer, unit.getCode());
    }

    /** What a customer may spend today. */
    public Money available(UUID customer, CurrencyUnit unit) {
        return Money.ofMinor(unit, ledger.available(of(customer, unit)));
    }

    /**
     * Adds to it.
     *
     * @param id of the entry
     */
    public void add(
            UUID id, UUID customer, Money amount, @Nullable LocalDate expiresOn, Posting posting) {
        customers.hold(customer); // of two who are first, one opens the account
        CurrencyUnit unit = amount.getCurrencyUnit();
        UUID account =
                of(customer, unit).stream()
                        .findFirst()
                        .orElseGet(() ->
                                ledger.open(AccountKind.ACCOUNT_CREDIT, customer, unit.getCode()));
        ledger.add(id, account, amount.getAmountMinorLong(), expiresOn, posting);
    }

    /**
     * Spends some of it on a payment.
     *
     * @throws Refused {@code credit_too_little} when there is less
     */
    public void spend(UUID customer, Money amount, UUID payment) {
        ledger.spend(
                of(customer, amount.getCurrencyUnit()),
                amount.getAmountMinorLong(),
                Posting.paid(payment),
                "credit_too_little");
    }

    /** Puts some of what a payment spent back. */
    public void giveBack(UUID payment, Money amount) {
        ledger.giveBack(payment, amount.getAmountMinorLong());
    }
}
