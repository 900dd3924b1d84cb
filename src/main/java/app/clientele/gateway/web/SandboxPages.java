package app.clientele.gateway.web;

import static java.util.Objects.requireNonNullElse;

import app.clientele.gateway.sandbox.Sandbox;
import app.clientele.gateway.sandbox.Sandbox.SandboxView;
import app.clientele.gateway.sandbox.Sandbox.TypedCard;
import app.clientele.shared.Invalid;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sandbox's own pages, which say on each that it is one. */
@Controller
@RequestMapping("/sandbox/{secret}")
class SandboxPages {
    private final Sandbox sandbox;
    private final Templates templates;

    SandboxPages(Sandbox sandbox, Templates templates) {
        this.sandbox = sandbox;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(View view, @PathVariable String secret) {
        return shown(view, secret, Typed.nothing(), FormErrors.none());
    }

    private JteModel shown(View view, String secret, Typed typed, FormErrors errors) {
        SandboxView page = sandbox.find(secret).orElse(null);
        if (page == null) {
            return view.status(HttpStatus.NOT_FOUND, templates.gatewaySandboxover(view));
        }
        if (!page.open()) {
            return view.status(HttpStatus.GONE, templates.gatewaySandboxover(view));
        }
        return page.confirms()
                ? templates.gatewaySandboxconfirm(view, secret, page)
                : templates.gatewaySandboxcard(view, secret, page, typed, errors);
    }

    @PostMapping("/card")
    Object store(
            View view,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String expiry,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @Nullable String holder) {
        String name = holder == null || holder.isBlank() ? null : holder.strip();
        try {
            return onwards(view, sandbox.store(secret, new TypedCard(number, expiry, code, name)));
        } catch (Invalid e) {
            // number and code are not sent back: they stand in no answer
            Typed again = new Typed(kept(expiry, requireNonNullElse(name, "")));
            return view.invalid(shown(view, secret, again, FormErrors.of(view, e)));
        }
    }

    private static MultiValueMap<String, String> kept(String expiry, String holder) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("expiry", expiry);
        fields.set("holder", holder);
        return fields;
    }

    @PostMapping("/decision")
    Object decide(
            View view,
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String answer) {
        return onwards(view, sandbox.decide(secret, answer.equals("approve")));
    }

    private Object onwards(View view, Optional<String> back) {
        return back.isPresent()
                ? view.redirect(back.get())
                : view.status(HttpStatus.NOT_FOUND, templates.gatewaySandboxover(view));
    }
}
