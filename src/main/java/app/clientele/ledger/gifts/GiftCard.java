package app.clientele.ledger.gifts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A gift card.
 *
 * @param code whole, for whoever may see it, where one card is asked for
 * @param codeEnd its last four characters
 * @param value what it was worth
 * @param balance what may be spent today
 * @param redeemed what was spent and not given back
 * @param expired what was left when its last day was over
 * @param service what it was meant for, as that was called then
 * @param customerId who holds it, where that is known
 * @param deliverOn the day of its letter
 * @param expiresOn the last day on which it may be spent
 * @param invoiceId where it was sold; absent when it was given for nothing
 * @param price what was paid for it
 * @param reason why it was given for nothing
 */
public record GiftCard(
        UUID id,
        @Nullable String code,
        String codeEnd,
        GiftCardState state,
        Money value,
        Money balance,
        Money redeemed,
        Money expired,
        @Nullable UUID serviceId,
        @Nullable String service,
        @Nullable UUID customerId,
        @Nullable String customer,
        @Nullable UUID buyerId,
        @Nullable String buyer,
        @Nullable String recipientName,
        @Nullable String recipientEmail,
        @Nullable String message,
        @Nullable LocalDate deliverOn,
        @Nullable Instant deliveredAt,
        @Nullable LocalDate expiresOn,
        @Nullable UUID invoiceId,
        @Nullable Money price,
        @Nullable String reason,
        @Nullable Instant activatedAt,
        @Nullable Instant voidedAt,
        @Nullable String voidReason,
        @Nullable Instant refundedAt,
        @Nullable Money refunded,
        Instant createdAt,
        @Nullable String createdBy,
        Instant updatedAt) {
    GiftCard with(@Nullable String opened) {
        return new GiftCard(
                id,
                opened,
                codeEnd,
                state,
                value,
                balance,
                redeemed,
                expired,
                serviceId,
                service,
                customerId,
                customer,
                buyerId,
                buyer,
                recipientName,
                recipientEmail,
                message,
                deliverOn,
                deliveredAt,
                expiresOn,
                invoiceId,
                price,
                reason,
                activatedAt,
                voidedAt,
                voidReason,
                refundedAt,
                refunded,
                createdAt,
                createdBy,
                updatedAt);
    }

    /** What would go back for it today: what was paid for it, less what was spent. */
    @JsonProperty("refundable")
    public Money refundable() {
        Money none = Money.zero(value.getCurrencyUnit());
        if (state != GiftCardState.OUTSTANDING || price == null) {
            return none;
        }
        Money rest = price.minus(redeemed);
        return rest.isPositive() ? rest : none;
    }

    /** Who it is for, by name, if anybody said so. */
    @JsonIgnore
    public @Nullable String whose() {
        return customer == null ? recipientName : customer;
    }

    /** How it is told from others by whoever may not see its code. */
    public static String masked(String codeEnd) {
        return "···· " + codeEnd;
    }
}
