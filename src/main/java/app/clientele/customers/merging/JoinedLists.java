package app.clientele.customers.merging;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists of a record that a merge joins, and parts again. */
final class JoinedLists {
    /** Each with what tells its entries apart. */
    private static final Map<String, String> KEYS =
            Map.of(
                    "emails", "address",
                    "phones", "e164",
                    "preferred_staff", "staffId",
                    "barred_staff", "staffId");

    static final Set<String> NAMES = KEYS.keySet();

    private JoinedLists() {}

    /** All of the one, and what the other has besides. */
    static ArrayNode join(String list, JsonNode into, JsonNode from) {
        Set<String> known = keys(list, into.path(list));
        ArrayNode all = copy(into.path(list));
        from.path(list).forEach(e -> addUnless(known, list, e, all));
        return withOnePrimary(all);
    }

    /**
     * A list less what came with the merge, whatever became of it since.
     *
     * @param before what it was
     */
    static ArrayNode part(String list, JsonNode before, JsonNode merged, JsonNode now) {
        Set<String> added = keys(list, merged.path(list));
        added.removeAll(keys(list, before));
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        now.path(list).forEach(e -> addUnless(added, list, e, rest));
        return withOnePrimary(rest);
    }

    private static void addUnless(Set<String> known, String list, JsonNode entry, ArrayNode to) {
        if (!known.contains(key(list, entry))) {
            to.add(entry.deepCopy());
        }
    }

    private static ArrayNode copy(JsonNode list) {
        ArrayNode copy = JsonNodeFactory.instance.arrayNode();
        list.forEach(e -> copy.add(e.deepCopy()));
        return copy;
    }

    static Set<String> keys(String list, JsonNode entries) {
        return StreamSupport.stream(entries.spliterator(), false)
                .map(e -> key(list, e))
                .collect(Collectors.toSet());
    }

    private static String key(String list, JsonNode entry) {
        return entry.path(Objects.requireNonNull(KEYS.get(list)))
                .asString(entry.path("number").asString(""))
                .toLowerCase(Locale.ROOT);
    }

    /**
     * Of those that bear the mark the first keeps it; where none does, the first of all gets it.
     */
    private static ArrayNode withOnePrimary(ArrayNode entries) {
        int primary = 0;
        for (int i = entries.size() - 1; i >= 0; i--) {
            primary = entries.path(i).path("primary").asBoolean(false) ? i : primary;
        }
        for (int i = 0; i < entries.size(); i++) {
            if (entries.path(i).has("primary")) {
                ((ObjectNode) entries.path(i)).put("primary", i == primary);
            }
        }
        return entries;
    }
}
