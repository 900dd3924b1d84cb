package app.clientele.sales.fees;

import app.clientele.shared.Versioned;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of somebody who cancelled late or did not come.
 *
 * @param customerId who pays: who booked, where somebody else was to come
 * @param service what was booked
 * @param ruleId which rule proposed it; none where it was agreed with the customer
 * @param orderId in which it is charged, or about to be
 * @param invoiceId once it is charged
 * @param creditLeft of a deposit that was paid, what was not spent yet
 * @param reason why it was waived
 * @param by who decided
 */
public record Fee(
        UUID id,
        UUID customerId,
        @Nullable String customer,
        UUID appointmentId,
        UUID branchId,
        String service,
        Instant startsAt,
        FeeKind kind,
        FeeState state,
        Money amount,
        boolean taxed,
        @Nullable UUID ruleId,
        @Nullable UUID orderId,
        @Nullable UUID invoiceId,
        @Nullable Money creditLeft,
        @Nullable String reason,
        @Nullable String by,
        @Nullable Instant decidedAt,
        Instant createdAt,
        @JsonIgnore int version)
        implements Versioned {
    /** Whether somebody still has to decide. */
    @JsonIgnore
    public boolean isOpen() {
        return state == FeeState.PROPOSED;
    }
}
