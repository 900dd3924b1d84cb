package app.clientele.sales;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** What became of money that was to come or to go back. */
public enum PaymentState {
    /** On its way. */
    PENDING,
    /** Nobody can say yet: the answer was lost. Neither counted nor tried again. */
    UNKNOWN,
    TAKEN,
    FAILED;

    /** Where it may go; the database holds the same. */
    public Set<PaymentState> next() {
        return switch (this) {
            case PENDING -> Set.of(UNKNOWN, TAKEN, FAILED);
            case UNKNOWN -> Set.of(PENDING, TAKEN, FAILED);
            case TAKEN, FAILED -> Set.of();
        };
    }

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException when there is none of this name
     */
    @JsonCreator
    public static PaymentState of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
