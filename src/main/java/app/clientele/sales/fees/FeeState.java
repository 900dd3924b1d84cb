package app.clientele.sales.fees;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What became of a fee. */
public enum FeeState {
    /** Somebody has to decide. */
    PROPOSED,
    /** It stands on an invoice. */
    CHARGED,
    /** Somebody let them off, and said why. */
    WAIVED,
    /** There is no reason for it any more. */
    WITHDRAWN;

    /** Its name in the API and in the database. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    @JsonCreator
    public static FeeState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
