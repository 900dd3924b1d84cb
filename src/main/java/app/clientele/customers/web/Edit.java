package app.clientele.customers.web;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Tax;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody changed in a form: the difference between what they were shown and what they sent.
 * Only that is written, so that what others changed elsewhere meanwhile stays.
 */
final class Edit {
    private final JsonMapper json;
    private final ObjectNode base;
    private final ObjectNode mine;
    private final List<String> changed;

    /**
     * @param base the record as the form was filled with
     * @param mine the record as the form was sent
     * @param fields those the form has
     */
    Edit(JsonMapper json, CustomerDetails base, CustomerDetails mine, Set<String> fields) {
        this.json = json;
        this.base = tree(base);
        this.mine = tree(mine);
        this.changed =
                fields.stream().filter(f -> !same(this.base, this.mine, f)).sorted().toList();
    }

    private ObjectNode tree(CustomerDetails details) {
        ObjectNode tree = json.valueToTree(details);
        // what is derived from the rest tells nothing of its own
        tree.path("phones").forEach(phone -> ((ObjectNode) phone).remove("e164"));
        if (tree.path("weight") instanceof ObjectNode weight) {
            weight.putNull("date");
        }
        if (tree.path("tax").isNull()) {
            tree.set("tax", json.valueToTree(Tax.NONE));
        }
        return tree;
    }

    private static boolean same(ObjectNode one, ObjectNode other, String field) {
        return field.equals("tags")
                ? Set.copyOf(texts(one.path(field))).equals(Set.copyOf(texts(other.path(field))))
                : at(one, field).equals(at(other, field));
    }

    private static JsonNode at(ObjectNode tree, String field) {
        int dot = field.indexOf('.');
        return dot < 0
                ? tree.path(field)
                : tree.path(field.substring(0, dot)).path(field.substring(dot + 1));
    }

    List<String> changed() {
        return changed;
    }

    /** The fields that others changed too since, to something else. */
    List<String> clashes(CustomerDetails now) {
        ObjectNode theirs = tree(now);
        return changed.stream()
                .filter(f -> !f.equals("tags"))
                .filter(f -> !same(base, theirs, f) && !same(mine, theirs, f))
                .toList();
    }

    /** Puts the changes onto the record as it is now. */
    CustomerDetails onto(CustomerDetails present) {
        ObjectNode tree = json.valueToTree(present);
        for (String field : changed) {
            int dot = field.indexOf('.');
            if (dot > 0) {
                var whole = tree.withObject(field.substring(0, dot));
                part(whole, field.substring(dot + 1), at(mine, field));
            } else {
                tree.set(field, field.equals("tags") ? tags(tree.path(field)) : mine.path(field));
            }
        }
        return json.treeToValue(tree, CustomerDetails.class);
    }

    private static void part(ObjectNode whole, String name, JsonNode value) {
        if (value.isMissingNode()) {
            whole.remove(name);
        } else {
            whole.set(name, value);
        }
    }

    /** Ticks and unticks, whatever others ticked. */
    private ArrayNode tags(JsonNode present) {
        List<String> before = texts(base.path("tags"));
        List<String> after = texts(mine.path("tags"));
        List<String> result = new ArrayList<>(texts(present));
        result.removeIf(tag -> before.contains(tag) && !after.contains(tag));
        after.stream()
                .filter(tag -> !before.contains(tag) && !result.contains(tag))
                .forEach(result::add);
        ArrayNode tags = json.createArrayNode();
        result.forEach(tags::add);
        return tags;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
    }
}
