package app.clientele.business.web;

import app.clientele.access.Memberships;
import app.clientele.business.Businesses;
import app.clientele.business.SetUp;
import app.clientele.shared.Invalid;
import app.clientele.shared.Refused;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page a new installation begins with; it is gone once a business exists. */
@Controller
class SetUpPages {
    private final Businesses businesses;
    private final Memberships memberships;
    private final Input input;
    private final Templates templates;

    SetUpPages(Businesses businesses, Memberships memberships, Input input, Templates templates) {
        this.businesses = businesses;
        this.memberships = memberships;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping("/setup")
    Object form(View view) {
        return memberships.anyBusiness()
                ? view.redirect("/")
                : templates.businessSetup(view, SetUpForm.empty(view), FormErrors.none());
    }

    @PostMapping("/setup")
    Object setUp(View view, @RequestParam MultiValueMap<String, String> typed) {
        try {
            businesses.setUp(input.form(typed, SetUp.class));
            return view.redirect("/sign-in", Toast.of("business.setup.done"));
        } catch (Invalid e) {
            return view.invalid(
                    templates.businessSetup(
                            view, new SetUpForm(view, typed), FormErrors.of(view, e)));
        } catch (Refused e) {
            return view.redirect("/");
        }
    }
}
