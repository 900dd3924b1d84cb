package app.clientele.gateway.stripe;

import app.clientele.gateway.GatewaySettings;
import com.stripe.StripeClient;
import com.stripe.service.V1Services;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Stripe with the key of the caller's business. Nothing is tried again behind our back: what came
 * of a lost answer is looked up.
 */
@Component
class StripeClients {
    private final GatewaySettings settings;
    private final Environment environment;

    StripeClients(GatewaySettings settings, Environment environment) {
        this.settings = settings;
        this.environment = environment;
    }

    V1Services current() {
        String key = settings.key().orElseThrow(() -> new IllegalStateException("No key is set"));
        var client =
                StripeClient.builder()
                        .setApiKey(key)
                        .setMaxNetworkRetries(0)
                        .setConnectTimeout(millis("connect-timeout", "5s"))
                        .setReadTimeout(millis("read-timeout", "30s"));
        String url = environment.getProperty("clientele.gateway.stripe-url", "");
        return (url.isEmpty() ? client : client.setApiBase(url)).build().v1();
    }

    private int millis(String setting, String usual) {
        String set = environment.getProperty("clientele.gateway." + setting, usual);
        return (int) org.springframework.boot.convert.DurationStyle.detectAndParse(set).toMillis();
    }
}
