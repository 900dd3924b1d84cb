package app.clientele.customers.web;

import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.Profiles;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Details edited in place: the part shows the value, or its form. */
@Controller
@RequestMapping(ProfilePages.PATH + "/fields/{field}")
@Requires(Permission.PROFILE_VIEW)
class FieldPages {
    private final Customers customers;
    private final Profiles profiles;
    private final Forms forms;
    private final InPlace inPlace;
    private final Templates templates;

    FieldPages(
            Customers customers,
            Profiles profiles,
            Forms forms,
            InPlace inPlace,
            Templates templates) {
        this.customers = customers;
        this.profiles = profiles;
        this.forms = forms;
        this.inPlace = inPlace;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(View view, @PathVariable UUID id, @PathVariable String field) {
        return shown(view, id, Section.ofPath(field), false);
    }

    private JteModel shown(View view, UUID id, Section section, boolean saved) {
        var shown = profiles.open(id, p -> ProfileParts.shown(view, p));
        return templates.profileDetail(view, shown, section, saved);
    }

    @GetMapping("/edit")
    Object form(View view, @PathVariable UUID id, @PathVariable String field) {
        Section section = Section.ofPath(field);
        check(view, section);
        Customer customer = customers.get(id);
        if (!view.htmx()) {
            return view.redirect("/customers/" + id + "/edit#" + section.path());
        }
        return templates.profileDetailForm(
                view, section, forms.of(view, customer, section.fields()));
    }

    private static void check(View view, Section section) {
        if (!view.may(Permission.PROFILE_EDIT)) {
            throw new NotAllowed(Permission.PROFILE_EDIT);
        }
        boolean contact = section.fields().stream().anyMatch(FormFields.LISTS::contains);
        if (contact && !view.may(Permission.PROFILE_CONTACT)) {
            throw new NotAllowed(Permission.PROFILE_CONTACT);
        }
    }

    @PostMapping
    Object save(
            View view,
            @PathVariable UUID id,
            @PathVariable String field,
            @RequestParam MultiValueMap<String, String> typed) {
        Section section = Section.ofPath(field);
        check(view, section);
        var withRows = Forms.withRows(typed);
        if (withRows != null) {
            var form = forms.typed(view, id, withRows, FormErrors.none(), typed.getFirst("_add"));
            return templates.profileDetailForm(view, section, forms.again(form, "", typed));
        }
        return inPlace.save(
                view,
                id,
                typed,
                view.t("profile.section." + section.path()),
                changed -> shown(view, id, section, changed),
                form -> templates.profileDetailForm(view, section, form));
    }
}
