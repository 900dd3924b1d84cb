package app.clientele.credits;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How visits stand that somebody has. */
public enum CreditState {
    /** There is one to use, now or from a later day on. */
    REDEEMABLE,
    /** All were used. */
    REDEEMED,
    /** What was left was taken back. */
    REVOKED,
    /** What was left was not used in time. */
    EXPIRED;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
