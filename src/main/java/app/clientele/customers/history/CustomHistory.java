package app.clientele.customers.history;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFieldRows;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Custom fields in the change log. The record keeps them in one column, the log tells each as a
 * column of its own: {@code custom.<key>}.
 */
public final class CustomHistory {
    private static final String COLUMN = "custom";
    private static final String COLUMNS = COLUMN + ".";
    private static final String FIELDS = CustomField.ALL + ".";

    private CustomHistory() {}

    /** The columns of a row, with those in one column told apart. */
    public static Set<String> columns(JsonNode row) {
        Set<String> columns = new LinkedHashSet<>();
        for (String column : row.propertyNames()) {
            if (column.equals(COLUMN)) {
                row.path(column).propertyNames().forEach(key -> columns.add(COLUMNS + key));
            } else {
                columns.add(column);
            }
        }
        return columns;
    }

    public static boolean isColumn(String column) {
        return column.startsWith(COLUMNS);
    }

    public static boolean isField(String field) {
        return field.startsWith(FIELDS);
    }

    public static String field(String column) {
        return FIELDS + column.substring(COLUMNS.length());
    }

    public static String column(String field) {
        return COLUMNS + key(field);
    }

    public static String key(String field) {
        return field.substring(FIELDS.length());
    }

    /** The value of a field in a row, which the log may have told apart from the others. */
    public static JsonNode value(String field, JsonNode row) {
        String apart = column(field);
        return row.has(apart) ? row.path(apart) : row.path(COLUMN).path(key(field));
    }

    /** The same as text: what the API says, several with commas. */
    static @Nullable String text(String field, JsonNode row) {
        JsonNode value = value(field, row);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        return value.isArray()
                ? value.values().stream().map(JsonNode::asString).collect(Collectors.joining(", "))
                : value.asString();
    }

    /** The fields by their names, if any of these changes is about one. */
    static Map<String, CustomField> about(List<LoggedChange> changes, CustomFieldRows rows) {
        return changes.stream().flatMap(c -> c.columns().stream()).anyMatch(CustomHistory::isColumn)
                ? byName(rows.everyOne().stream())
                : Map.of();
    }

    public static Map<String, CustomField> byName(Stream<CustomField> fields) {
        return fields.collect(Collectors.toMap(CustomField::path, Function.identity()));
    }
}
