package app.clientele.business.web;

import app.clientele.business.Business;
import app.clientele.business.BusinessSettings;
import app.clientele.business.Businesses;
import app.clientele.business.Feature;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the business says of itself. */
@Controller
@Requires(Permission.SETTINGS_BUSINESS)
class BusinessPages {
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;

    BusinessPages(Businesses businesses, Input input, Templates templates) {
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping("/settings/business")
    Object form(View view) {
        return templates.businessBusiness(view, begun(businesses.current()), FormErrors.none());
    }

    private static Typed begun(Business business) {
        return Typed.nothing()
                .with("name", business.name())
                .with("kind", business.kind())
                .with("country", business.country())
                .with("currency", business.currency())
                .with("zone", business.zone())
                .with("language", business.language())
                .with("languages[]", business.languages())
                .with("features[]", business.features().stream().map(Feature::wireName).toList())
                .with("requireLastName", business.requireLastName())
                .with("_version", business.version());
    }

    @PostMapping("/settings/business")
    Object save(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            businesses.change(input.form(fields, BusinessSettings.class), typed.version());
            return view.redirect("/settings/business", Toast.of("business.saved"));
        } catch (Invalid e) {
            return view.invalid(templates.businessBusiness(view, typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    typed,
                    (again, errors) -> templates.businessBusiness(view, again, errors));
        }
    }
}
