package app.clientele.customers.web;

import app.clientele.customers.Customer;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.ProfileLocked;
import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.history.Undo;
import app.clientele.customers.history.Undo.Done;
import app.clientele.customers.web.EditForm.Clash;
import app.clientele.customers.web.custom.CustomWords;
import app.clientele.shared.Invalid;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.json.JsonMapper;

/** Saves what was changed in a form, whole or in part, and sorts out who was faster. */
class Edits {
    private static final int TRIES = 5;

    private final Customers customers;
    private final Undo undo;
    private final Forms forms;
    private final CustomFields customFields;
    private final Input input;
    private final JsonMapper json;

    Edits(
            Customers customers,
            Undo undo,
            Forms forms,
            CustomFields customFields,
            Input input,
            JsonMapper json) {
        this.customers = customers;
        this.undo = undo;
        this.forms = forms;
        this.customFields = customFields;
        this.input = input;
        this.json = json;
    }

    /** How saving went. */
    sealed interface Outcome {
        /** Written, or nothing to write. */
        record Saved(Done<Customer> done) implements Outcome {}

        /** Some fields can't be taken as they are. */
        record Wrong(EditForm form) implements Outcome {}

        /** Somebody else changed the same fields meanwhile. */
        record Late(EditForm form) implements Outcome {}

        /** Somebody locked the record meanwhile. */
        record Closed(EditForm form) implements Outcome {}
    }

    Outcome save(View view, UUID id, MultiValueMap<String, String> typed) {
        MultiValueMap<String, String> tidy = FormFields.tidy(typed);
        try {
            var sent = input.form(tidy, CustomerDetails.class);
            var own = customFields.normal(sent.customFields());
            var mine = sent.with(d -> d.customFields = own);
            var edit = new Edit(json, forms.base(typed), mine, fields(typed));
            return edit.changed().isEmpty()
                    ? new Outcome.Saved(new Done<>(customers.get(id), null))
                    : save(view, id, Forms.version(typed), edit, mine, tidy);
        } catch (Invalid e) {
            return new Outcome.Wrong(again(view, id, typed, Forms.errors(view, e)));
        } catch (ProfileLocked e) {
            var errors = FormErrors.of("", view.reason(e.reasons().getFirst()));
            return new Outcome.Closed(again(view, id, typed, errors));
        }
    }

    /** The form as it was sent, saying what is wrong. */
    private EditForm again(
            View view, UUID id, MultiValueMap<String, String> typed, FormErrors errors) {
        var form = forms.typed(view, id, FormFields.tidy(typed), errors, null);
        return forms.again(form, customers.get(id).shownName(), typed);
    }

    /** The form's fields without those for which the other's value was chosen. */
    private static Set<String> fields(MultiValueMap<String, String> typed) {
        Set<String> fields =
                new LinkedHashSet<>(List.of(Forms.own(typed, "_fields").split(",", -1)));
        fields.removeIf(field -> "theirs".equals(typed.getFirst("_take." + field)));
        return fields;
    }

    private Outcome save(
            View view,
            UUID id,
            int version,
            Edit edit,
            CustomerDetails mine,
            MultiValueMap<String, String> tidy) {
        int expected = version;
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                int read = expected;
                return new Outcome.Saved(
                        undo.doing(id, () -> customers.change(id, read, edit::onto)));
            } catch (Stale stale) {
                Customer now = customers.get(id);
                List<String> clashing = edit.clashes(now.details());
                if (!clashing.isEmpty()) {
                    return late(view, now, clashing, stale, mine, tidy);
                }
                expected = now.version();
            }
        }
        return new Outcome.Saved(undo.doing(id, () -> customers.change(id, edit::onto)));
    }

    private Outcome late(
            View view,
            Customer now,
            List<String> clashing,
            Stale stale,
            CustomerDetails mine,
            MultiValueMap<String, String> tidy) {
        var form = forms.typed(view, now.id(), tidy, FormErrors.none(), null);
        List<Clash> clashes =
                clashing.stream().map(field -> clash(form, field, now, mine, stale)).toList();
        List<String> names = List.of(Forms.own(tidy, "_fields").split(",", -1));
        return new Outcome.Late(forms.around(form, now, names, clashes));
    }

    private static String words(
            CustomerForm form, CustomerDetails details, String field, @Nullable String referrer) {
        return form.custom(field)
                .map(f -> CustomWords.of(form.view(), f, details.customFields().get(f.key())))
                .map(words -> words.isEmpty() ? form.view().t("profile.nothing") : words)
                .orElseGet(() ->
                        FieldWords.of(
                                form.view(),
                                form.business(),
                                details,
                                form.team(),
                                field,
                                referrer));
    }

    private static Clash clash(
            CustomerForm form, String field, Customer now, CustomerDetails mine, Stale stale) {
        Optional<Stale.Clash> told =
                stale.clashes().stream().filter(c -> c.field().equals(field)).findFirst();
        return new Clash(
                field,
                form.label(field),
                words(form, mine, field, form.value("referredBy.name")),
                words(form, now.details(), field, now.referrerName()),
                told.map(Stale.Clash::by).orElse(null),
                told.map(Stale.Clash::at).orElse(null));
    }
}
