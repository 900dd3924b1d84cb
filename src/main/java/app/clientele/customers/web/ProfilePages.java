package app.clientele.customers.web;

import app.clientele.customers.Profiles;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The profile of a customer: everything about one person, by tabs. */
@Controller
@RequestMapping(ProfilePages.PATH)
public class ProfilePages {
    /** Where a customer's pages live; an address without an identifier is nobody's. */
    public static final String PATH =
            "/customers/{id:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}";

    private final Profiles profiles;
    private final ProfileParts parts;
    private final Templates templates;

    ProfilePages(Profiles profiles, ProfileParts parts, Templates templates) {
        this.profiles = profiles;
        this.parts = parts;
        this.templates = templates;
    }

    @GetMapping
    JteModel first(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> query) {
        return show(view, id, null, query);
    }

    @GetMapping("/{tab:[a-z-]+}")
    JteModel tab(
            View view,
            @PathVariable UUID id,
            @PathVariable String tab,
            @RequestParam MultiValueMap<String, String> query) {
        return show(view, id, tab, query);
    }

    private JteModel show(
            View view, UUID id, @Nullable String tab, MultiValueMap<String, String> query) {
        var page = profiles.open(id, profile -> parts.page(view, profile, tab, query));
        return view.htmx() ? templates.profilePanel(view, page) : templates.profilePage(view, page);
    }

    /** The head again, and the counts of the tabs, after something changed. */
    @GetMapping("/head")
    JteModel head(
            View view,
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Current-URL", defaultValue = "") String current) {
        String tab = current.replaceFirst("[?#].*", "").replaceFirst(".*/", "");
        var page =
                profiles.open(
                        id, p -> parts.frame(view, p, tab.equals(id.toString()) ? null : tab));
        return templates.profileHeadAndTabs(view, page);
    }
}
