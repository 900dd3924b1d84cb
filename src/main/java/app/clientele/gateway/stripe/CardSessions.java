package app.clientele.gateway.stripe;

import app.clientele.gateway.Gateway.CardRequest;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.CustomerCreation;
import com.stripe.param.checkout.SessionCreateParams.Mode;
import com.stripe.param.checkout.SessionCreateParams.PaymentMethodType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Stripe's page on which somebody stores a card. */
final class CardSessions {
    private CardSessions() {}

    static SessionCreateParams of(CardRequest request) {
        var session =
                SessionCreateParams.builder()
                        .setMode(Mode.SETUP)
                        .addPaymentMethodType(PaymentMethodType.CARD)
                        .setLocale(language(request.language()))
                        .setSuccessUrl(request.back())
                        .setCancelUrl(request.back().replaceFirst("/done$", ""))
                        .putMetadata(StripeHooks.ID, request.id().toString());
        return (request.payer() == null
                        ? session.setCustomerCreation(CustomerCreation.ALWAYS)
                        : session.setCustomer(request.payer()))
                .build();
    }

    private static SessionCreateParams.Locale language(Locale locale) {
        return switch (locale.getLanguage()) {
            case "nl" -> SessionCreateParams.Locale.NL;
            case "de" -> SessionCreateParams.Locale.DE;
            case "fr" -> SessionCreateParams.Locale.FR;
            case "es" -> SessionCreateParams.Locale.ES;
            case "en" -> SessionCreateParams.Locale.EN;
            default -> SessionCreateParams.Locale.AUTO;
        };
    }

    static String brand(@Nullable String code) {
        return switch (code == null ? "" : code) {
            case "visa" -> "Visa";
            case "mastercard" -> "Mastercard";
            case "amex" -> "American Express";
            case "discover" -> "Discover";
            case "diners" -> "Diners Club";
            case "jcb" -> "JCB";
            case "unionpay" -> "UnionPay";
            default -> "Card";
        };
    }
}
