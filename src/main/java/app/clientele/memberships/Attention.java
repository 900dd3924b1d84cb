package app.clientele.memberships;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why somebody has to look after a membership, the gravest first. */
public enum Attention {
    /** The joining fee is not paid. */
    SETUP_UNPAID,
    /** A payment is disputed, or was lost so. */
    PAYMENT_DISPUTED,
    /** A card was declined. */
    PAYMENT_FAILED,
    /** What was due yesterday or before was not charged: somebody has to look why. */
    NOT_CHARGED,
    /** The customer has yet to confirm a payment with their bank. */
    TO_BE_CONFIRMED,
    /** The card that is to be charged is gone or has expired. */
    NO_CARD,
    /** Something is owed that no card is charged for. */
    PAYMENT_OUTSTANDING;

    /** Its name in the API and in the database. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    @JsonCreator
    public static Attention of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
