package app.clientele.customers.web;

import app.clientele.customers.ListQuery;
import app.clientele.site.Option;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Choosing what the list is narrowed by.
 *
 * @param view the saved view the list was opened from, or empty
 */
public record FilterForm(FilterField field, ListQuery query, List<Option> options, String view) {
    /** The other filters, which stay as they are. */
    public List<Option> kept() {
        List<Option> kept = new ArrayList<>();
        query.filter()
                .forEach((name, values) -> {
                    if (!field.parameters().contains(name)) {
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

    public List<String> values() {
        return query.values(field.parameter());
    }

    public @Nullable String value(int parameter) {
        return query.value(field.parameters().get(parameter));
    }
}
