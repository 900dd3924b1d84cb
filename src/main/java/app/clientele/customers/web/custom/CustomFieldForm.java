package app.clientele.customers.web.custom;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomField.Type;
import app.clientele.customers.custom.CustomFieldDetails;
import app.clientele.customers.custom.CustomFieldDetails.OptionDetails;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a custom field as typed so far.
 *
 * @param field absent for a new one
 * @param sections headings that other fields stand under
 */
public record CustomFieldForm(
        View view,
        @Nullable CustomField field,
        Typed typed,
        FormErrors errors,
        List<String> sections) {
    static final String KEYS = "_option.key";
    static final String LABELS = "_option.label";
    static final String ARCHIVED = "_option.archived";
    static final String MORE = "_options";

    /** As the field is now. */
    static Typed begun(CustomField field) {
        return Typed.nothing()
                .with("label", field.label())
                .with("type", field.type().wireName())
                .with("help", field.help())
                .with("section", field.section())
                .with("required", field.required() ? "true" : null)
                .with("shownInPortal", field.shownInPortal() ? "true" : null)
                .with("editableInPortal", field.editableInPortal() ? "true" : null)
                .with(KEYS, field.options().stream().map(CustomField.Option::key).toList())
                .with(LABELS, field.options().stream().map(CustomField.Option::label).toList())
                .with(
                        ARCHIVED,
                        field.options().stream()
                                .filter(CustomField.Option::archived)
                                .map(CustomField.Option::key)
                                .toList())
                .with("_version", field.version());
    }

    /** The options that stand in rows of their own, in their order. */
    public List<OptionDetails> rows() {
        return rows(typed);
    }

    private static List<OptionDetails> rows(Typed typed) {
        List<String> keys = typed.values(KEYS);
        List<String> labels = typed.values(LABELS);
        List<OptionDetails> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(keys.size(), labels.size()); i++) {
            rows.add(
                    new OptionDetails(
                            keys.get(i), labels.get(i), typed.has(ARCHIVED, keys.get(i))));
        }
        return rows;
    }

    /** With the options typed: those in rows, but for emptied ones, then one from each line. */
    static CustomFieldDetails with(CustomFieldDetails details, Typed typed) {
        Stream<OptionDetails> added =
                Arrays.stream(Objects.requireNonNullElse(typed.value(MORE), "").split("\\R", -1))
                        .map(line -> new OptionDetails(null, line, false));
        boolean choice = details.type() != null && details.type().hasOptions();
        List<OptionDetails> options =
                choice
                        ? Stream.concat(rows(typed).stream(), added)
                                .filter(o -> o.label() != null && !o.label().isBlank())
                                .map(o ->
                                        new OptionDetails(
                                                o.key(),
                                                String.valueOf(o.label()).strip(),
                                                o.archived()))
                                .toList()
                        : List.of();
        return new CustomFieldDetails(
                details.key(),
                details.label(),
                details.type(),
                details.help(),
                details.section(),
                details.required(),
                details.shownInPortal(),
                details.editableInPortal(),
                options);
    }

    /** With one of the rows a place further up or down: {@code 2,-1}. */
    static Typed moved(Typed typed, String asked) {
        if (!asked.matches("\\d{1,3},-?1")) {
            return typed;
        }
        int from = Integer.parseInt(asked.split(",", 2)[0]);
        int to = from + Integer.parseInt(asked.split(",", 2)[1]);
        List<String> keys = new ArrayList<>(typed.values(KEYS));
        List<String> labels = new ArrayList<>(typed.values(LABELS));
        if (Math.max(from, to) < Math.min(keys.size(), labels.size()) && to >= 0) {
            Collections.swap(keys, from, to);
            Collections.swap(labels, from, to);
        }
        return typed.with(KEYS, keys).with(LABELS, labels);
    }

    public String path() {
        return CustomFieldPages.PATH + "/" + (field == null ? "new" : field.id());
    }

    public boolean choosing() {
        return field == null || field.type().hasOptions();
    }

    public List<Option> types() {
        return Arrays.stream(Type.values())
                .map(t -> new Option(t.wireName(), view.t("customers.fields.type." + t.wireName())))
                .toList();
    }

    public boolean ticked(String name) {
        return typed.has(name, "true");
    }
}
