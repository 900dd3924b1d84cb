package app.clientele.gateway;

import java.time.Instant;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Something a gateway is asked to do.
 *
 * @param of the charge some of which goes back
 * @param ofReference the gateway's name for that
 */
record Operation(
        UUID id,
        Gateway.Kind kind,
        String gateway,
        @Nullable UUID of,
        @Nullable String ofReference,
        @Nullable String token,
        @Nullable String payer,
        @Nullable Money amount,
        String state,
        @Nullable String reference,
        @Nullable String link,
        Instant createdAt,
        @Nullable Instant sentAt,
        int looks) {
    boolean isSettled() {
        return state.equals("succeeded") || state.equals("declined");
    }

    Gateway.Sought sought() {
        return new Gateway.Sought(id, kind, reference, ofReference, payer, createdAt);
    }
}
