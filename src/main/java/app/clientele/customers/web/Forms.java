package app.clientele.customers.web;

import app.clientele.business.Businesses;
import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.StaffPreferences;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFields;
import app.clientele.shared.Invalid;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Fills the form of a customer, whole or in part. */
class Forms {
    private final Businesses businesses;
    private final Choices choices;
    private final CustomFields customFields;
    private final StaffPreferences preferences;
    private final JsonMapper json;

    Forms(
            Businesses businesses,
            Choices choices,
            CustomFields customFields,
            StaffPreferences preferences,
            JsonMapper json) {
        this.preferences = preferences;
        this.businesses = businesses;
        this.choices = choices;
        this.customFields = customFields;
        this.json = json;
    }

    /** What is wrong, in words that fit the fields. */
    static FormErrors errors(View view, Invalid invalid) {
        return FormErrors.of(
                view,
                new Invalid(
                        invalid.problems().stream()
                                .map(p ->
                                        p.field().equals("birthday") && p.code().equals("format")
                                                ? new Invalid.Problem("birthday", "no_such_day")
                                                : p)
                                .toList()));
    }

    /** The names under which the form has the business's own fields. */
    List<String> customNames() {
        return customFields.all(false).stream().map(CustomField::path).toList();
    }

    /** As typed so far. */
    CustomerForm typed(
            View view,
            @Nullable UUID id,
            MultiValueMap<String, String> fields,
            FormErrors errors,
            @Nullable String focus) {
        return new CustomerForm(
                view,
                businesses.current(),
                id,
                fields,
                errors,
                choices.offered(),
                customFields.all(false),
                preferences.team(),
                focus);
    }

    CustomerForm empty(View view, MultiValueMap<String, String> given) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(given);
        return typed(view, null, fields, FormErrors.none(), null);
    }

    EditForm of(View view, Customer customer, List<String> names) {
        var fields = FormFields.of(json, customer.details(), customer.referrerName());
        var form = typed(view, customer.id(), fields, FormErrors.none(), null);
        return around(form, customer, names, List.of());
    }

    EditForm around(
            CustomerForm form,
            Customer customer,
            List<String> names,
            List<EditForm.Clash> clashes) {
        return new EditForm(
                form,
                customer.shownName(),
                customer.version(),
                json.writeValueAsString(customer.details()),
                names,
                clashes);
    }

    /** The same fields again, with the version and details they were filled with. */
    EditForm again(CustomerForm form, String title, MultiValueMap<String, String> typed) {
        return new EditForm(
                form,
                title,
                version(typed),
                own(typed, "_base"),
                List.of(own(typed, "_fields").split(",", -1)),
                List.of());
    }

    static int version(MultiValueMap<String, String> typed) {
        try {
            return Integer.parseInt(own(typed, "_version"));
        } catch (NumberFormatException e) {
            throw new Invalid("", "format");
        }
    }

    CustomerDetails base(MultiValueMap<String, String> typed) {
        try {
            var base = json.readValue(own(typed, "_base"), CustomerDetails.class);
            if (base != null) {
                return base;
            }
        } catch (JacksonException e) {
            // as wrong as a text that says nothing
        }
        throw new Invalid("", "format");
    }

    /** A hidden field the form itself filled in. */
    static String own(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        if (value == null) {
            throw new Invalid("", "format");
        }
        return value;
    }

    /** A row more or less, when one of the buttons for that was pressed. */
    static @Nullable MultiValueMap<String, String> withRows(MultiValueMap<String, String> typed) {
        String add = typed.getFirst("_add");
        String remove = typed.getFirst("_remove");
        if (add == null && remove == null) {
            return null;
        }
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        typed.forEach((name, values) -> fields.put(name, new ArrayList<>(values)));
        if (add != null && FormFields.LISTS.contains(add)) {
            FormFields.addRow(add, fields);
        } else if (remove != null && remove.matches("(emails|phones|addresses)\\.\\d{1,3}")) {
            String[] row = remove.split("\\.", 2);
            FormFields.removeRow(row[0], Integer.parseInt(row[1]), fields);
        }
        return fields;
    }
}
