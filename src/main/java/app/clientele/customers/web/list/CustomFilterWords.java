package app.clientele.customers.web.list;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomField.Type;
import app.clientele.customers.list.CustomFilter;
import app.clientele.customers.list.CustomFilters;
import app.clientele.customers.list.ListQuery;
import app.clientele.customers.web.custom.CustomWords;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.text.ListFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says in words what is wanted of a custom field, and what one may choose. */
final class CustomFilterWords {
    private CustomFilterWords() {}

    static FilterChip chip(View view, ListQuery query, CustomFilter filter) {
        ListQuery without = query;
        for (String parameter : CustomFilters.parameters(filter.field())) {
            without = without.without(parameter);
        }
        return new FilterChip(text(view, filter), without.path(), edit(filter.field(), query));
    }

    /** Where to choose what is wanted of a field. */
    static String edit(CustomField field, ListQuery query) {
        String asked = query.toString();
        return "/customers/filter/custom/" + field.id() + (asked.isEmpty() ? "" : "?" + asked);
    }

    private static String text(View view, CustomFilter filter) {
        CustomField field = filter.field();
        List<String> phrases = new ArrayList<>();
        if (!filter.values().isEmpty()) {
            phrases.add(view.t("customers.chip.custom", field.label(), values(view, filter)));
        }
        String from = told(view, field, filter.from());
        String to = told(view, field, filter.to());
        if (filter.from() != null || filter.to() != null) {
            String open =
                    filter.from() == null ? ".until" : filter.to() == null ? ".from" : ".between";
            phrases.add(view.t("customers.chip.custom" + open, field.label(), from, to));
        }
        if (filter.starts() != null) {
            phrases.add(view.t("customers.chip.custom.starts", field.label(), filter.starts()));
        }
        if (filter.has() != null) {
            phrases.add(view.t("customers.chip.custom." + filter.has(), field.label()));
        }
        return String.join(", ", phrases);
    }

    private static String values(View view, CustomFilter filter) {
        List<String> words =
                filter.values().stream().map(v -> told(view, filter.field(), v)).toList();
        return ListFormat.getInstance(view.locale(), ListFormat.Type.OR, ListFormat.Style.FULL)
                .format(words);
    }

    private static String told(View view, CustomField field, @Nullable String value) {
        return value == null ? "" : CustomWords.told(view, field, value);
    }

    /** Choosing what is wanted of a field. */
    static FilterForm form(View view, CustomField field, ListQuery query, String from) {
        List<String> parameters = CustomFilters.parameters(field);
        return new FilterForm(
                field.label(), kind(field.type()), parameters, query, options(view, field), from);
    }

    private static FilterField.Kind kind(Type type) {
        return switch (type) {
            case TEXT -> FilterField.Kind.TEXT;
            case LONG_TEXT -> FilterField.Kind.PRESENCE;
            case NUMBER -> FilterField.Kind.NUMBERS;
            case DATE -> FilterField.Kind.DAYS;
            case YES_NO -> FilterField.Kind.ONE;
            case CHOICE, CHOICES -> FilterField.Kind.SEVERAL;
        };
    }

    private static List<Option> options(View view, CustomField field) {
        return field.type() == Type.YES_NO
                ? List.of(
                        new Option("true", view.t("profile.yes")),
                        new Option("false", view.t("profile.no")))
                : field.options().stream().map(o -> new Option(o.key(), o.label())).toList();
    }
}
