package app.clientele.gateway.web;

import app.clientele.gateway.Confirmations;
import app.clientele.gateway.Confirmations.ConfirmedPayment;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Where a customer is led after confirming a payment at their bank. */
@Controller
class ConfirmedPages {
    private final Confirmations confirmations;
    private final Templates templates;

    ConfirmedPages(Confirmations confirmations, Templates templates) {
        this.confirmations = confirmations;
        this.templates = templates;
    }

    @GetMapping("/confirmed/{secret}")
    JteModel show(View view, @PathVariable String secret) {
        ConfirmedPayment seen = find(secret);
        if (seen == null) {
            return view.status(
                    HttpStatus.NOT_FOUND, templates.gatewayOver(view, null, "withdrawn"));
        }
        View theirs = view.in(seen.language(), seen.business().zone());
        return templates.gatewayConfirmed(theirs, seen);
    }

    private @org.jspecify.annotations.Nullable ConfirmedPayment find(String id) {
        try {
            return confirmations.see(UUID.fromString(id)).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
