package app.clientele.gateway.stripe;

import app.clientele.gateway.CardLinks;
import app.clientele.gateway.Disputes;
import app.clientele.gateway.GatewaySettings;
import app.clientele.gateway.Operations;
import app.clientele.shared.Caller;
import app.clientele.shared.Open;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.exception.StripeException;
import com.stripe.net.Webhook;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Stripe tells by itself. An event only says that something happened: how it stands is asked
 * of Stripe, so events may come twice, late and in any order.
 */
@Service
public class StripeHooks {
    /** Where our own id stands in what Stripe keeps. */
    static final String ID = "clientele_id";

    private static final Logger LOG = LoggerFactory.getLogger(StripeHooks.class);
    private static final long TOLERANCE_SECONDS = 300;

    private final GatewaySettings settings;
    private final StripeClients clients;
    private final Operations operations;
    private final CardLinks links;
    private final Disputes disputes;
    private final JsonMapper json;

    StripeHooks(
            GatewaySettings settings,
            StripeClients clients,
            Operations operations,
            CardLinks links,
            Disputes disputes,
            JsonMapper json) {
        this.settings = settings;
        this.clients = clients;
        this.operations = operations;
        this.links = links;
        this.disputes = disputes;
        this.json = json;
    }

    /** What is answered to an event. */
    public enum Answer {
        TAKEN,
        /** No business has this address. */
        NOT_FOUND,
        /** Not signed with its secret, or too long ago. */
        FORGED
    }

    /**
     * Takes an event.
     *
     * @param path the secret part of the address
     * @param body as it came
     */
    @Open("the signature is the proof")
    public Answer take(String path, String body, @Nullable String signature) {
        UUID business = settings.businessOf(path).orElse(null);
        return business == null
                ? Answer.NOT_FOUND
                : Caller.application(business, Caller.Door.JOB).call(() -> signed(body, signature));
    }

    private Answer signed(String body, @Nullable String signature) {
        String secret = settings.hookSecret().orElse(null);
        if (secret == null || signature == null) {
            return Answer.FORGED;
        }
        try {
            Webhook.Signature.verifyHeader(body, signature, secret, TOLERANCE_SECONDS);
            act(json.readTree(body));
            return Answer.TAKEN;
        } catch (SignatureVerificationException | JacksonException e) {
            return Answer.FORGED;
        }
    }

    private void act(JsonNode event) {
        String type = event.path("type").asString("");
        JsonNode object = event.at("/data/object");
        if (type.startsWith("charge.dispute.")) {
            dispute(object).ifPresent(payment -> tell(payment, object));
        } else if (type.startsWith("checkout.session.")) {
            id(object).ifPresent(links::see);
        } else if (type.startsWith("payment_intent.") || type.contains("refund")) {
            id(object).ifPresent(operations::check);
        }
    }

    private static Optional<UUID> id(JsonNode object) {
        return id(object.path("metadata").path(ID).asString(""));
    }

    private static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void tell(UUID payment, JsonNode dispute) {
        String reason = dispute.path("reason").asString(null);
        switch (dispute.path("status").asString("")) {
            case "won" -> disputes.closed(payment, true, reason);
            case "lost" -> disputes.closed(payment, false, reason);
            default -> disputes.opened(payment, reason);
        }
    }

    /** The payment it is about; where its answer was lost, Stripe knows our id. */
    private Optional<UUID> dispute(JsonNode object) {
        String intent = object.path("payment_intent").asString("");
        return intent.isEmpty()
                ? Optional.empty()
                : disputes.payment(intent).or(() -> asked(intent));
    }

    private Optional<UUID> asked(String intent) {
        try {
            return id(clients.current().paymentIntents().retrieve(intent).getMetadata().get(ID));
        } catch (StripeException | RuntimeException e) {
            LOG.warn("The payment of a dispute cannot be found out now: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
