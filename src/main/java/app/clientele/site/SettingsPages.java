package app.clientele.site;

import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The door to the settings: their list on a phone, else the first that the person may see. */
@Controller
class SettingsPages {
    private final Templates templates;

    SettingsPages(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/settings")
    Object open(
            View view,
            @RequestParam(required = false) @Nullable String list,
            @RequestHeader(value = HttpHeaders.USER_AGENT, defaultValue = "") String agent) {
        var items = view.settings();
        return list != null || agent.contains("Mobi") || items.isEmpty()
                ? templates.siteSettingsIndex(view)
                : view.redirect(items.getFirst().path());
    }
}
