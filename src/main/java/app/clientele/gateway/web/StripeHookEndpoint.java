package app.clientele.gateway.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.clientele.gateway.stripe.StripeHooks;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Where Stripe sends its events. Their signature is over the bytes as they come. */
@Controller
class StripeHookEndpoint {
    private static final int MOST = 1_000_000;

    private final StripeHooks hooks;

    StripeHookEndpoint(StripeHooks hooks) {
        this.hooks = hooks;
    }

    @PostMapping("/webhooks/stripe/{secret}")
    ResponseEntity<Void> take(
            @PathVariable String secret,
            @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature,
            HttpServletRequest request)
            throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST + 1);
        if (body.length > MOST) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        return switch (hooks.take(secret, new String(body, UTF_8), signature)) {
            case TAKEN -> answer(HttpStatus.OK);
            case NOT_FOUND -> answer(HttpStatus.NOT_FOUND);
            case FORGED -> answer(HttpStatus.BAD_REQUEST);
        };
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
