package app.clientele.sales;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that came, or went back.
 *
 * @param kind payment or refund
 * @param refundOf the payment some of which went back
 * @param tender how: cash, card, bank or own
 * @param tenderName of one's own
 * @param given what was handed over, where some went back as change
 * @param refundable what may still go back of it
 */
public record Payment(
        UUID id,
        UUID invoiceId,
        String invoiceNumber,
        @Nullable UUID customerId,
        @Nullable String customer,
        UUID branchId,
        String branch,
        String kind,
        @Nullable UUID refundOf,
        String tender,
        @Nullable UUID tenderId,
        @Nullable String tenderName,
        PaymentState state,
        Money amount,
        @Nullable Money given,
        Money refundable,
        @Nullable String reference,
        @Nullable String reason,
        Instant takenAt,
        LocalDate takenOn,
        @Nullable String by) {
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isRefund() {
        return refundOf != null;
    }
}
