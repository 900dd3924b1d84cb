package app.clientele.customers.web.custom;

import app.clientele.customers.custom.CustomField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Custom fields that stand under one heading.
 *
 * @param title empty for those without a heading of their own
 */
public record CustomSection(String title, List<CustomField> fields) {
    /** In the order of their first fields. */
    public static List<CustomSection> of(List<CustomField> fields) {
        Map<String, List<CustomField>> sections = new LinkedHashMap<>();
        fields.forEach(f ->
                sections.computeIfAbsent(
                                Objects.requireNonNullElse(f.section(), ""), t -> new ArrayList<>())
                        .add(f));
        return sections.entrySet().stream()
                .map(e -> new CustomSection(e.getKey(), e.getValue()))
                .toList();
    }
}
