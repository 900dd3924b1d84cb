package app.clientele.sales;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What made an invoice less.
 *
 * @param number from the same row as the invoices of its branch
 */
public record CreditNote(
        UUID id,
        UUID invoiceId,
        String number,
        Money amount,
        Money tax,
        @Nullable String reason,
        Instant issuedAt,
        @Nullable String by) {}
