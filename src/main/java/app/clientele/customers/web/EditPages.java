package app.clientele.customers.web;

import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.history.UndoToasts;
import app.clientele.customers.web.Edits.Outcome;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The whole form of a customer. */
@Controller
@RequestMapping(ProfilePages.PATH + "/edit")
@Requires(Permission.PROFILE_VIEW)
class EditPages {
    private final Customers customers;
    private final Forms forms;
    private final Edits edits;
    private final UndoToasts toasts;
    private final Templates templates;

    EditPages(
            Customers customers, Forms forms, Edits edits, UndoToasts toasts, Templates templates) {
        this.customers = customers;
        this.forms = forms;
        this.edits = edits;
        this.toasts = toasts;
        this.templates = templates;
    }

    @GetMapping
    @Requires(Permission.PROFILE_EDIT)
    JteModel form(View view, @PathVariable UUID id) {
        Customer customer = customers.get(id);
        return templates.profileEdit(view, forms.of(view, customer, names(view, customer)));
    }

    /**
     * The fields the form has for this viewer: contacts that are hidden can't be edited, and of a
     * locked record little.
     */
    private List<String> names(View view, Customer customer) {
        boolean closed = Shown.lockedOut(view, customer);
        List<String> names = new ArrayList<>(closed ? EditForm.OPEN : Section.everything());
        if (!closed) {
            names.addAll(forms.customNames());
        }
        if (!view.may(Permission.TAG_ASSIGN)) {
            names.remove("tags");
        }
        if (!view.may(Permission.PROFILE_CONTACT)) {
            names.removeAll(FormFields.LISTS);
        }
        return names;
    }

    @PostMapping
    @Requires(Permission.PROFILE_EDIT)
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var withRows = Forms.withRows(typed);
        if (withRows != null) {
            var form = forms.typed(view, id, withRows, FormErrors.none(), typed.getFirst("_add"));
            String title = customers.get(id).shownName();
            return templates.profileEdit(view, forms.again(form, title, typed));
        }
        return switch (edits.save(view, id, typed)) {
            case Outcome.Saved saved -> view.redirect("/customers/" + id, toast(saved));
            case Outcome.Wrong wrong -> view.invalid(templates.profileEdit(view, wrong.form()));
            case Outcome.Late late ->
                    view.status(HttpStatus.CONFLICT, templates.profileEdit(view, late.form()));
            case Outcome.Closed closed ->
                    view.status(HttpStatus.CONFLICT, templates.profileEdit(view, closed.form()));
        };
    }

    private Toast toast(Outcome.Saved saved) {
        return saved.done().change() == null
                ? Toast.of("profile.unchanged")
                : toasts.of(saved.done(), "profile.saved");
    }

    /** One list of the form with a row more or less. */
    @PostMapping("/rows")
    @Requires(Permission.PROFILE_EDIT)
    JteModel rows(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        customers.get(id);
        return NewCustomerPages.rows(view, forms, templates, id, typed);
    }
}
