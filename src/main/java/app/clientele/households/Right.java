package app.clientele.households;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody may do about a customer. */
public enum Right {
    /** Book, move and cancel for them. */
    BOOK,
    /** See their appointments. */
    VIEW,
    /** Pay with their card. */
    PAY,
    /** Be copied on messages about their appointments. */
    COPIES;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
