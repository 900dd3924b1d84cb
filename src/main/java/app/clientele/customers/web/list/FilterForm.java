package app.clientele.customers.web.list;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.list.ListQuery;
import app.clientele.site.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Choosing what the list is narrowed by.
 *
 * @param parameters those it sets; of a custom field: the value, from, to, beginning, whether any
 * @param view the saved view the list was opened from, or empty
 */
public record FilterForm(
        String title,
        FilterField.Kind kind,
        List<String> parameters,
        ListQuery query,
        List<Option> options,
        String view) {
    /** The other filters, which stay as they are. */
    public List<Option> kept() {
        List<Option> kept = new ArrayList<>();
        query.filter()
                .forEach((name, values) -> {
                    if (!parameters.contains(name)) {
                        values.forEach(value -> kept.add(new Option(name, value)));
                    }
                });
        if (query.sort() != null) {
            kept.add(new Option("sort", query.sort()));
        }
        if (!view.isEmpty()) {
            kept.add(new Option("view", view));
        }
        return kept;
    }

    /** Its first parameter, mostly the only one. */
    public String parameter() {
        return parameters.getFirst();
    }

    public List<String> values() {
        return query.values(parameter());
    }

    public @Nullable String value(String parameter) {
        return query.value(parameter);
    }

    public boolean isCustom() {
        return parameter().startsWith(CustomField.ALL + ".");
    }

    /** The parameters of a range. */
    public List<String> range() {
        return isCustom() ? parameters.subList(1, 3) : parameters;
    }

    public String starts() {
        return isCustom() ? parameters.get(3) : parameter();
    }

    public String has() {
        return parameters.getLast();
    }
}
