package app.clientele.customers.web.search;

import app.clientele.customers.search.CustomerSearch;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a customer to name in a form, as one types. */
@Controller
class PersonPicker {
    private static final int SHOWN = 8;

    private final CustomerSearch search;
    private final Templates templates;

    PersonPicker(CustomerSearch search, Templates templates) {
        this.search = search;
        this.templates = templates;
    }

    @GetMapping("/customers/pick")
    JteModel pick(
            View view,
            @RequestParam(name = "referredBy.name", defaultValue = "") String typed,
            @RequestParam(name = "q", defaultValue = "") String query) {
        String wanted = (query.isBlank() ? typed : query).strip();
        return templates.profilePicker(view, search.find(wanted, SHOWN, true));
    }
}
