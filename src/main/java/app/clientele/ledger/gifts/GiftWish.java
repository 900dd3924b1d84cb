package app.clientele.ledger.gifts;

import app.clientele.shared.EmailAddress;
import app.clientele.shared.Line;
import app.clientele.shared.Price;
import app.clientele.shared.Prose;
import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a gift card.
 *
 * @param value what it is worth, or
 * @param serviceId the service it is worth the price of
 * @param customerId who gets it, where they have a record
 * @param recipientEmail where it is sent to; without one, and without a day, it is handed over
 * @param deliverOn the day on which it is sent, by the business's clock; at once when absent
 * @param expiresOn its last day; as the settings have it when absent
 */
public record GiftWish(
        @Price @Nullable Money value,
        @Nullable UUID serviceId,
        @Nullable UUID customerId,
        @Line(max = 100) @Nullable String recipientName,
        @EmailAddress @Nullable String recipientEmail,
        @Prose(max = 500) @Nullable String message,
        @Nullable LocalDate deliverOn,
        @Nullable LocalDate expiresOn) {}
