package app.clientele.sales;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What somebody promised to pay later.
 *
 * @param amount when it was taken
 * @param owed what is left of it
 */
public record Iou(
        UUID id,
        UUID customerId,
        @Nullable String customer,
        UUID invoiceId,
        String invoiceNumber,
        UUID branchId,
        State state,
        Money amount,
        Money owed,
        String comment,
        @Nullable String voidReason,
        Instant createdAt,
        @Nullable Instant settledAt,
        @Nullable String by,
        @JsonIgnore int version)
        implements Versioned {
    /** What became of it. */
    public enum State {
        OUTSTANDING,
        PAID,
        /** Forgiven, or the invoice is void. */
        VOID;

        @JsonValue
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
