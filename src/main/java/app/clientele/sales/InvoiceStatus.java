package app.clientele.sales;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/**
 * How far an invoice has come. It follows from its figures (the database works it out), so nobody
 * sets it; an order that is not issued yet is the draft of one.
 */
public enum InvoiceStatus {
    DRAFT,
    /** Nothing is paid. */
    OPEN,
    PART_PAID,
    /** Nothing is owed. */
    PAID,
    /** It counts no more; what was paid went back. */
    VOID,
    /** All of it was credited. */
    REFUNDED;

    /** Where it may go. */
    public Set<InvoiceStatus> next() {
        return switch (this) {
            case DRAFT -> Set.of(OPEN, PART_PAID, PAID);
            case OPEN -> Set.of(PART_PAID, PAID, VOID);
            case PART_PAID -> Set.of(OPEN, PAID, VOID);
            case PAID -> Set.of(OPEN, PART_PAID, VOID, REFUNDED);
            case VOID, REFUNDED -> Set.of();
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
    public static InvoiceStatus of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
