package app.clientele.sales.fees;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a fee is for. */
public enum FeeKind {
    /** Paid before the visit, and credit from then on. */
    DEPOSIT,
    /** Cancelled later than the business allows. */
    LATE_CANCEL,
    /** Did not come. */
    NO_SHOW;

    /** Its name in the API and in the database. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    @JsonCreator
    public static FeeKind of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
