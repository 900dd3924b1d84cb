package app.clientele.customers.web;

import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.Profiles;
import app.clientele.customers.web.Edits.Outcome;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.HttpStatus;
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
    private final Edits edits;
    private final UndoToasts toasts;
    private final Templates templates;

    FieldPages(
            Customers customers,
            Profiles profiles,
            Forms forms,
            Edits edits,
            UndoToasts toasts,
            Templates templates) {
        this.customers = customers;
        this.profiles = profiles;
        this.forms = forms;
        this.edits = edits;
        this.toasts = toasts;
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
        return switch (edits.save(view, id, typed)) {
            case Outcome.Saved saved -> saved(view, id, section, saved);
            case Outcome.Wrong wrong -> view.invalid(again(view, section, wrong.form()));
            case Outcome.Late late ->
                    view.status(HttpStatus.CONFLICT, again(view, section, late.form()));
            case Outcome.Closed closed ->
                    view.status(HttpStatus.CONFLICT, again(view, section, closed.form()));
        };
    }

    /** A browser that sent the form by itself gets a page, not a part of one. */
    private JteModel again(View view, Section section, EditForm form) {
        return view.htmx()
                ? templates.profileDetailForm(view, section, form)
                : templates.profileEdit(view, form);
    }

    private Object saved(View view, UUID id, Section section, Outcome.Saved saved) {
        boolean changed = saved.done().change() != null;
        if (changed) {
            String what = view.t("profile.section." + section.path());
            view.toast(toasts.of(saved.done(), "profile.saved.one", what));
        }
        if (!view.htmx()) {
            return view.redirect("/customers/" + id);
        }
        if (changed) {
            view.trigger("record-changed", "");
        }
        return shown(view, id, section, changed);
    }
}
