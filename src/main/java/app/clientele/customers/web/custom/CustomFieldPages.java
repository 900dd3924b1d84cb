package app.clientele.customers.web.custom;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFieldDetails;
import app.clientele.customers.custom.CustomFields;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The fields a business defines itself. */
@Controller
@Requires(Permission.SETTINGS_LISTS)
class CustomFieldPages {
    static final String PATH = "/settings/fields";

    private final CustomFields fields;
    private final Input input;
    private final Templates templates;

    CustomFieldPages(CustomFields fields, Input input, Templates templates) {
        this.fields = fields;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(PATH)
    Object list(View view) {
        return page(view, FormErrors.none());
    }

    private JteModel page(View view, FormErrors errors) {
        return templates.customersFields(view, fields.all(true), fields.uses(), errors);
    }

    @GetMapping(PATH + "/new")
    Object blank(View view) {
        return form(view, null, Typed.nothing(), FormErrors.none());
    }

    private JteModel form(View view, @Nullable CustomField field, Typed typed, FormErrors errors) {
        List<String> sections =
                fields.all(false).stream()
                        .map(CustomField::section)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        return templates.customersField(
                view, new CustomFieldForm(view, field, typed, errors, sections));
    }

    @PostMapping(PATH + "/new")
    Object add(View view, @RequestParam MultiValueMap<String, String> sent) {
        Typed typed = new Typed(sent);
        try {
            fields.add(details(typed));
            return view.redirect(PATH, Toast.of("customers.lists.added", typed.value("label")));
        } catch (Invalid e) {
            return view.invalid(form(view, null, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            return view.invalid(form(view, null, typed, reason(view, e)));
        }
    }

    private CustomFieldDetails details(Typed typed) {
        return CustomFieldForm.with(input.form(typed.fields(), CustomFieldDetails.class), typed);
    }

    @GetMapping(PATH + "/{id}")
    Object form(View view, @PathVariable UUID id) {
        CustomField field = fields.get(id);
        return form(view, field, CustomFieldForm.begun(field), FormErrors.none());
    }

    @PostMapping(PATH + "/{id}")
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        CustomField field = fields.get(id);
        Typed typed = new Typed(sent).with("type", field.type().wireName());
        if (typed.value("_move") != null) {
            Typed moved = CustomFieldForm.moved(typed, String.valueOf(typed.value("_move")));
            return form(view, field, moved, FormErrors.none());
        }
        try {
            fields.change(id, details(typed), typed.version());
            return view.redirect(PATH, Toast.of("customers.lists.saved", typed.value("label")));
        } catch (Invalid e) {
            return view.invalid(form(view, field, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            return view.status(HttpStatus.CONFLICT, form(view, field, typed, reason(view, e)));
        } catch (Stale e) {
            return Overtaken.form(
                    view, e, typed, (again, errors) -> form(view, field, again, errors));
        }
    }

    @PostMapping(PATH + "/order")
    ResponseEntity<Void> order(@RequestParam List<UUID> order) {
        fields.order(order);
        return ResponseEntity.noContent().build();
    }

    @PostMapping(PATH + "/{id}/move")
    Object move(View view, @PathVariable UUID id, @RequestParam(name = "move") int places) {
        fields.move(id, places);
        return view.redirect(PATH);
    }

    @PostMapping(PATH + "/{id}/archiving")
    Object archive(View view, @PathVariable UUID id) {
        fields.archive(id, true);
        Toast done = Toast.of("customers.fields.archived", fields.get(id).label());
        return view.redirect(PATH, done.undo("/undo/field-" + id));
    }

    @PostMapping({PATH + "/{id}/reopening", "/undo/field-{id}"})
    Object reopen(View view, @PathVariable UUID id) {
        fields.archive(id, false);
        return view.redirect(PATH, Toast.of("customers.lists.reopened", fields.get(id).label()));
    }

    @PostMapping(PATH + "/{id}/removal")
    Object delete(View view, @PathVariable UUID id) {
        String label = fields.get(id).label();
        try {
            fields.delete(id);
            return view.redirect(PATH, Toast.of("customers.lists.deleted", label));
        } catch (Refused e) {
            return view.status(HttpStatus.CONFLICT, page(view, reason(view, e)));
        }
    }

    private static FormErrors reason(View view, Refused refused) {
        return FormErrors.of("", view.reason(refused.reasons().getFirst()));
    }
}
