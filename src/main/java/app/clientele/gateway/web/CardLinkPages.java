package app.clientele.gateway.web;

import app.clientele.gateway.CardLinks;
import app.clientele.gateway.CardLinks.AskedForCard;
import app.clientele.gateway.GatewayDown;
import app.clientele.shared.Refused;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where somebody leaves a card: without signing in, in their language, on the gateway's page. */
@Controller
@RequestMapping("/cards/{secret}")
class CardLinkPages {
    private final CardLinks links;
    private final Templates templates;

    CardLinkPages(CardLinks links, Templates templates) {
        this.links = links;
        this.templates = templates;
    }

    @GetMapping
    JteModel ask(View view, @PathVariable String secret) {
        return shown(view, secret, links.find(secret), null);
    }

    /**
     * Goes on to the gateway. A link, not a form: what a form leads to may only be a page of ours.
     */
    @GetMapping("/page")
    Object go(View view, @PathVariable String secret) {
        try {
            Optional<String> page = links.page(secret);
            return page.isPresent()
                    ? ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(URI.create(page.get()))
                            .build()
                    : ask(view, secret);
        } catch (GatewayDown e) {
            return later(view, secret, HttpStatus.SERVICE_UNAVAILABLE, "gateway.ask.down");
        } catch (Refused e) {
            return later(view, secret, HttpStatus.CONFLICT, "gateway.ask.not_now");
        }
    }

    private JteModel later(View view, String secret, HttpStatus status, String note) {
        return view.status(status, shown(view, secret, links.find(secret), note));
    }

    @GetMapping("/done")
    JteModel done(View view, @PathVariable String secret) {
        return shown(view, secret, links.done(secret), null);
    }

    private JteModel shown(
            View view, String secret, Optional<AskedForCard> asked, @Nullable String note) {
        if (asked.isEmpty()) {
            return view.status(
                    HttpStatus.NOT_FOUND, templates.gatewayOver(view, null, "withdrawn"));
        }
        AskedForCard link = asked.get();
        View theirs = view.in(link.language(), link.business().zone());
        return switch (link.state()) {
            case "open", "at_gateway" -> templates.gatewayAsk(theirs, secret, link, note);
            case "withdrawn" -> theirs.status(HttpStatus.GONE, over(theirs, link));
            default -> over(theirs, link);
        };
    }

    private JteModel over(View view, AskedForCard link) {
        return templates.gatewayOver(view, link.business().name(), link.state());
    }
}
