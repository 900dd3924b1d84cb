package app.clientele.customers.web;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.Customers;
import app.clientele.customers.duplicates.Duplicates;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing down a new customer, with those they may be already shown while one types. */
@Controller
@RequestMapping("/customers/new")
@Requires(Permission.PROFILE_EDIT)
class NewCustomerPages {
    private final Customers customers;
    private final Duplicates duplicates;
    private final Forms forms;
    private final Input input;
    private final Templates templates;

    NewCustomerPages(
            Customers customers,
            Duplicates duplicates,
            Forms forms,
            Input input,
            Templates templates) {
        this.customers = customers;
        this.duplicates = duplicates;
        this.forms = forms;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping
    JteModel form(View view, @RequestParam MultiValueMap<String, String> given) {
        return templates.profileNew(view, forms.empty(view, given), List.of());
    }

    @PostMapping
    Object create(View view, @RequestParam MultiValueMap<String, String> typed) {
        var withRows = Forms.withRows(typed);
        if (withRows != null) {
            var form = forms.typed(view, null, withRows, FormErrors.none(), typed.getFirst("_add"));
            return templates.profileNew(view, form, List.of());
        }
        MultiValueMap<String, String> tidy = FormFields.tidy(typed);
        try {
            Customer made = customers.create(input.form(tidy, CustomerDetails.class));
            return view.redirect(
                    "/customers/" + made.id(), Toast.of("profile.created", made.shownName()));
        } catch (Invalid e) {
            var form = forms.typed(view, null, tidy, Forms.errors(view, e), null);
            return view.invalid(templates.profileNew(view, form, duplicates.of(draft(tidy), null)));
        }
    }

    /** Who this may be already, as far as typed. */
    @PostMapping("/duplicates")
    JteModel duplicates(View view, @RequestParam MultiValueMap<String, String> typed) {
        return templates.profileDuplicates(view, duplicates.of(draft(typed), null));
    }

    /** Only what people are found by: half a form is no reason to complain. */
    private static CustomerDetails draft(MultiValueMap<String, String> typed) {
        return CustomerDetails.of(d -> {
            d.firstName = typed.getFirst("firstName");
            d.lastName = typed.getFirst("lastName");
            d.emails =
                    values("emails", "address", typed).stream()
                            .map(a -> new Email(a, false))
                            .toList();
            d.phones =
                    values("phones", "number", typed).stream()
                            .map(n -> new Phone(n, null, false, null))
                            .toList();
        });
    }

    private static List<String> values(
            String list, String field, MultiValueMap<String, String> typed) {
        return FormFields.rowsOf(list, typed).values().stream()
                .map(row -> row.get(field))
                .filter(Objects::nonNull)
                .filter(value -> !value.isBlank())
                .toList();
    }

    /** One list of the form with a row more or less. */
    @PostMapping("/rows")
    JteModel rows(View view, @RequestParam MultiValueMap<String, String> typed) {
        return rows(view, forms, templates, null, typed);
    }

    static JteModel rows(
            View view,
            Forms forms,
            Templates templates,
            @Nullable UUID id,
            MultiValueMap<String, String> typed) {
        var fields = Objects.requireNonNullElse(Forms.withRows(typed), typed);
        String add = typed.getFirst("_add");
        String list =
                add == null ? String.valueOf(typed.getFirst("_remove")).split("\\.", 2)[0] : add;
        var form = forms.typed(view, id, fields, FormErrors.none(), add);
        return templates.profileFormRows(view, form, list);
    }
}
