package app.clientele.gateway;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How something asked of a gateway stands by now, told in the transaction that writes it down.
 *
 * @param id that of the payment or refund
 */
public record GatewaySettled(
        UUID id, Gateway.Kind kind, Outcome.State state, @Nullable String reason) {}
