package app.clientele.ledger.gifts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a gift card stands; docs/decisions/0033 draws what leads to what. */
public enum GiftCardState {
    /** Sold, but its invoice is not paid yet. */
    WAITING,
    /** There is something left to spend. */
    OUTSTANDING,
    /** All of it was spent. */
    REDEEMED,
    /** Its last day is over, and something was left. */
    EXPIRED,
    /** Taken back. */
    VOIDED,
    /** Taken back for what was paid for it. */
    REFUNDED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    @JsonCreator
    public static GiftCardState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }

    /** Whether it may still come to be spent: its last day moved, its holder changed. */
    public boolean isLive() {
        return this == WAITING || this == OUTSTANDING || this == EXPIRED;
    }
}
