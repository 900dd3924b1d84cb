package app.clientele.ledger;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What came to a customer's credit, or went of it.
 *
 * @param kind add, spend, give_back, take_back, expire or extend
 * @param amount less than nothing where it went
 * @param remaining what is left of what came in; absent where something went
 * @param expiresOn the last day on which it may be spent
 * @param counters the entry some of which it undoes
 * @param paymentId the payment or refund it belongs to
 */
public record LedgerEntry(
        UUID id,
        @Nullable UUID customerId,
        String kind,
        Money amount,
        @Nullable Money remaining,
        @Nullable LocalDate expiresOn,
        @Nullable UUID counters,
        @Nullable UUID paymentId,
        @Nullable String reason,
        Instant at,
        @Nullable String by) {
    /** Whether some of it may be taken back. */
    @JsonIgnore
    public boolean isLeft() {
        return remaining != null && remaining.isPositive();
    }
}
