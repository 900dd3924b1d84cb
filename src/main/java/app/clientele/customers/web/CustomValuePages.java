package app.clientele.customers.web;

import app.clientele.customers.Customers;
import app.clientele.customers.Profiles;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFields;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The business's own fields edited in place: the part shows the value, or its form. */
@Controller
@RequestMapping(ProfilePages.PATH + "/custom/{field}")
@Requires(Permission.PROFILE_VIEW)
class CustomValuePages {
    private final Customers customers;
    private final CustomFields fields;
    private final Profiles profiles;
    private final Forms forms;
    private final InPlace inPlace;
    private final Templates templates;

    CustomValuePages(
            Customers customers,
            CustomFields fields,
            Profiles profiles,
            Forms forms,
            InPlace inPlace,
            Templates templates) {
        this.customers = customers;
        this.fields = fields;
        this.profiles = profiles;
        this.forms = forms;
        this.inPlace = inPlace;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(View view, @PathVariable UUID id, @PathVariable UUID field) {
        return shown(view, id, fields.get(field), false);
    }

    private JteModel shown(View view, UUID id, CustomField field, boolean saved) {
        var shown = profiles.open(id, p -> ProfileParts.shown(view, p));
        return templates.profileCustomDetail(view, shown, field, saved);
    }

    @GetMapping("/edit")
    @Requires(Permission.PROFILE_EDIT)
    Object form(View view, @PathVariable UUID id, @PathVariable UUID field) {
        CustomField asked = fields.get(field);
        var customer = customers.get(id);
        return view.htmx()
                ? templates.profileCustomDetailForm(
                        view, asked, forms.of(view, customer, List.of(asked.path())))
                : view.redirect("/customers/" + id + "/edit#custom");
    }

    @PostMapping
    @Requires(Permission.PROFILE_EDIT)
    Object save(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID field,
            @RequestParam MultiValueMap<String, String> typed) {
        CustomField asked = fields.get(field);
        return inPlace.save(
                view,
                id,
                typed,
                asked.label(),
                changed -> shown(view, id, asked, changed),
                form -> templates.profileCustomDetailForm(view, asked, form));
    }
}
