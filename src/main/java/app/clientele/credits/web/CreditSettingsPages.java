package app.clientele.credits.web;

import app.clientele.credits.CreditSettings;
import app.clientele.credits.CreditSettings.CreditRuleDetails;
import app.clientele.credits.CreditSettings.CreditRules;
import app.clientele.credits.ServicePackages;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The packages that are sold, and what may be changed about what somebody has of them. */
@Controller
@Requires(Permission.SETTINGS_SALES)
class CreditSettingsPages {
    private final CreditSettings settings;
    private final ServicePackages packages;
    private final Templates templates;

    CreditSettingsPages(CreditSettings settings, ServicePackages packages, Templates templates) {
        this.settings = settings;
        this.packages = packages;
        this.templates = templates;
    }

    @GetMapping(PackagePages.LIST)
    JteModel list(View view) {
        CreditRules rules = settings.current();
        Typed typed =
                Typed.nothing()
                        .with("editable", rules.editable())
                        .with("_version", rules.version());
        return list(view, typed, FormErrors.none());
    }

    private JteModel list(View view, Typed typed, FormErrors errors) {
        return templates.creditsPackages(view, packages.all(true), typed, errors);
    }

    @PostMapping(PackagePages.LIST)
    Object save(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            var wanted = new CreditRuleDetails(typed.has("editable", "true"));
            settings.change(wanted, typed.version());
            return view.redirect(PackagePages.LIST, Toast.of("credits.settings.saved"));
        } catch (Stale e) {
            return Overtaken.form(view, e, typed, (again, errors) -> list(view, again, errors));
        }
    }
}
