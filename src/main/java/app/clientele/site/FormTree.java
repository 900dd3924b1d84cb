package app.clientele.site;

import app.clientele.shared.Invalid;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The fields of a form as the JSON their names describe. */
final class FormTree {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d{1,3})]");
    private static final int MOST_ITEMS = 200;

    private FormTree() {}

    static ObjectNode of(JsonMapper json, MultiValueMap<String, String> fields) {
        ObjectNode root = json.createObjectNode();
        fields.forEach((name, values) -> place(root, name, values));
        return withoutBlankRows(root);
    }

    private static void place(ObjectNode root, String name, List<String> values) {
        if (name.startsWith("_")) {
            return; // the form's own affairs: _csrf, _version
        }
        boolean several = name.endsWith("[]");
        JsonNode place = root;
        Matcher steps = STEP.matcher(several ? name.substring(0, name.length() - 2) : name);
        String pending = null;
        while (steps.find()) {
            if (pending != null) {
                place = descend(place, pending, steps.group(2) != null);
            }
            pending = steps.group(1) != null ? steps.group(1) : steps.group(2);
        }
        if (pending != null && several && place instanceof ObjectNode parent) {
            ArrayNode list = parent.putArray(pending);
            values.stream().filter(v -> !v.isBlank()).forEach(list::add);
        } else if (pending != null) {
            put(place, pending, values.getLast());
        }
    }

    private static JsonNode descend(JsonNode place, String step, boolean toList) {
        JsonNode next = place instanceof ArrayNode list ? element(list, step) : place.path(step);
        if (next.isContainer()) {
            return next;
        }
        if (!(place instanceof ObjectNode parent)) {
            throw new Invalid("", "format"); // no form of ours has such names
        }
        return toList ? parent.putArray(step) : parent.putObject(step);
    }

    private static JsonNode element(ArrayNode list, String step) {
        if (!step.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw new Invalid("", "format");
        }
        int index = Integer.parseInt(step);
        if (index >= MOST_ITEMS) {
            throw new Invalid("", "too_many", MOST_ITEMS);
        }
        while (list.size() <= index) {
            list.addObject();
        }
        return list.get(index);
    }

    private static void put(JsonNode place, String step, String value) {
        if (place instanceof ObjectNode object) {
            object.put(step, value);
        } else if (place instanceof ArrayNode list) {
            list.add(value);
        }
    }

    private static ObjectNode withoutBlankRows(ObjectNode root) {
        root.values()
                .forEach(value -> {
                    if (value instanceof ArrayNode rows) {
                        rows.removeIf(row -> row.isObject() && isBlank((ObjectNode) row));
                    }
                });
        return root;
    }

    /**
     * A row is blank when nothing was typed; what the form itself presets (kind, primary) does not
     * count.
     */
    private static boolean isBlank(ObjectNode row) {
        return row.properties().stream()
                .allMatch(p ->
                        List.of("kind", "primary", "country", "label").contains(p.getKey())
                                || p.getValue().asString("").isBlank());
    }
}
