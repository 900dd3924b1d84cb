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
 * @param card what it was charged on, by its brand and last digits
 * @param failure why nothing came of it
 * @param confirmUrl where the customer confirms it at their bank
 * @param dispute set when that bank wants it back
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
        @Nullable String card,
        @Nullable String failure,
        @Nullable String confirmUrl,
        @Nullable Dispute dispute,
        @Nullable String reason,
        Instant takenAt,
        LocalDate takenOn,
        @Nullable String by) {
    /**
     * That a bank wants it back.
     *
     * @param state open, won or lost
     * @param seen whether somebody at the desk said that they know
     */
    public record Dispute(String state, @Nullable String reason, boolean seen) {}

    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isByCardOnFile() {
        return tender.equals(Tender.CARD_ON_FILE);
    }

    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean isRefund() {
        return refundOf != null;
    }
}
