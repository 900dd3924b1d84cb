package app.clientele.sales;

import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A way of being paid: says how money is taken and how it goes back. Each is a bean; a module that
 * keeps value of its own, or asks a gateway, adds one.
 */
public interface Tender {
    /** A card on file, which is named by the reference. */
    String CARD_ON_FILE = "card_on_file";

    /** A gift card, which is named by its code. */
    String GIFT_CARD = "gift_card";

    /**
     * Its name in the API and in the database; its words stand under {@code sales.tender.<code>}.
     */
    String code();

    /** Where it stands among the others. */
    int order();

    /** Whether more may be handed over than is due, and the rest goes back at once. */
    default boolean givesChange() {
        return false;
    }

    /** Whether it goes by one of the business's own names. */
    default boolean named() {
        return false;
    }

    /** Whether it is known only later what came of it: until then it is pending. */
    default boolean settlesLater() {
        return false;
    }

    /**
     * What there is to pay with, where that has an end; what has none answers nothing.
     *
     * @param customer who pays, if anybody is known
     */
    default @Nullable Money available(@Nullable UUID customer, CurrencyUnit unit) {
        return null;
    }

    /** Whether it is named by a code that somebody brings. */
    default boolean byCode() {
        return false;
    }

    /** What is written down of the reference it came with. */
    default @Nullable String noted(@Nullable String reference) {
        return reference;
    }

    /** Whether what was paid another way may be given back as this. */
    default boolean receives() {
        return false;
    }

    /** Keeps for the customer what was paid another way, in the transaction of the refund. */
    default PaymentState receive(Charge charge) {
        throw new IllegalStateException(code() + " receives nothing");
    }

    /** Takes it, in the transaction of the checkout. */
    PaymentState take(Charge charge);

    /** Gives some of it back, in the transaction of the refund. */
    PaymentState giveBack(Charge charge);

    /**
     * What is to be taken or given back.
     *
     * @param payment the payment's id, or that of the one some of which goes back
     * @param refund the id of what goes back; absent for what comes
     */
    record Charge(
            UUID payment,
            Money amount,
            @Nullable UUID customer,
            @Nullable String reference,
            @Nullable UUID refund) {}
}
