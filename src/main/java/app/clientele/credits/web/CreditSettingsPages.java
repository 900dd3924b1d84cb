package app.clientele.credits.web;

import app.clientele.credits.CreditSettings;
import app.clientele.credits.CreditSettings.CreditRuleDetails;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Toast;
import app.clientele.site.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whether the last day of what somebody has may be changed; beside the list of packages. */
@Controller
@Requires(Permission.SETTINGS_SALES)
class CreditSettingsPages {
    private final CreditSettings settings;

    CreditSettingsPages(CreditSettings settings) {
        this.settings = settings;
    }

    @PostMapping("/settings/credits")
    Object save(
            View view,
            @RequestParam(defaultValue = "false") boolean editable,
            @RequestParam(name = "_version", defaultValue = "0") int version) {
        settings.change(new CreditRuleDetails(editable), version);
        return view.redirect(PackagePages.LIST, Toast.of("credits.settings.saved"));
    }
}
