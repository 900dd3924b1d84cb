package app.clientele.gateway.web;

import app.clientele.gateway.GatewaySettings;
import app.clientele.gateway.GatewaySettings.Setup;
import app.clientele.gateway.GatewaySettings.SetupDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Option;
import app.clientele.site.Overtaken;
import app.clientele.site.PublicAddress;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which gateway the business charges cards through. */
@Controller
@RequestMapping(GatewaySettingsPages.PATH)
@Requires(Permission.SETTINGS_SALES)
public class GatewaySettingsPages {
    static final String PATH = "/settings/payment-gateway";

    private final GatewaySettings settings;
    private final PublicAddress addresses;
    private final Input input;
    private final Templates templates;

    GatewaySettingsPages(
            GatewaySettings settings, PublicAddress addresses, Input input, Templates templates) {
        this.settings = settings;
        this.addresses = addresses;
        this.input = input;
        this.templates = templates;
    }

    /**
     * What the page shows.
     *
     * @param hook where Stripe sends its events
     */
    public record GatewayForm(
            View view, Setup setup, Typed typed, FormErrors errors, @Nullable String hook) {
        public List<Option> gateways() {
            return Stream.of(GatewaySettings.NONE, GatewaySettings.SANDBOX, GatewaySettings.STRIPE)
                    .map(g -> new Option(g, view.t("gateway.is." + g)))
                    .toList();
        }
    }

    @GetMapping
    JteModel show(View view) {
        Setup setup = settings.current();
        Typed begun =
                Typed.nothing()
                        .with("gateway", setup.gateway())
                        .with("mostCards", setup.mostCards())
                        .with("_version", setup.version());
        return shown(view, begun, FormErrors.none());
    }

    private JteModel shown(View view, Typed typed, FormErrors errors) {
        String hook = settings.hookPath().map(addresses::of).orElse(null);
        return templates.gatewaySettings(
                new GatewayForm(view, settings.current(), typed, errors, hook));
    }

    @PostMapping
    Object save(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            settings.change(input.form(fields, SetupDetails.class), typed.version());
            return view.redirect(PATH, Toast.of("gateway.settings.saved"));
        } catch (Invalid e) {
            return view.invalid(shown(view, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            String why = view.reason(e.reasons().getFirst());
            return view.status(HttpStatus.CONFLICT, shown(view, typed, FormErrors.of("", why)));
        } catch (Stale e) {
            return Overtaken.form(view, e, typed, (again, errors) -> shown(view, again, errors));
        }
    }
}
