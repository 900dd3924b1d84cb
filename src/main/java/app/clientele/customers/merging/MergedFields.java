package app.clientele.customers.merging;

import app.clientele.customers.history.CustomHistory;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides what the record that stays says of the person after a merge: its own values, or those
 * chosen; blanks are filled, contacts joined, and the stricter of two states kept.
 */
@Component
class MergedFields {
    /** What one may choose, each with its columns. */
    static final Map<String, List<String>> CHOSEN = chosen();

    private static final String BARRED = "barred_staff";

    /** Columns nobody reads of, each with the one that tells of it. */
    private static final Map<String, String> TOLD_BY =
            Map.of(
                    "locked_at", "locked_reason",
                    "locked_by", "locked_reason",
                    "deactivated_by", "deactivated_at");

    private final JsonMapper json;

    MergedFields(JsonMapper json) {
        this.json = json;
    }

    private static Map<String, List<String>> chosen() {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("firstName", List.of("first_name"));
        fields.put("middleName", List.of("middle_name"));
        fields.put("lastName", List.of("last_name"));
        fields.put("displayName", List.of("display_name"));
        fields.put("photo", List.of("photo_id"));
        fields.put("birthday", List.of("birth_year", "birth_month", "birth_day"));
        fields.put("gender", List.of("gender"));
        fields.put("pronouns", List.of("pronouns"));
        fields.put("language", List.of("language"));
        fields.put("status", List.of("status_id"));
        fields.put("customerSince", List.of("customer_since"));
        fields.put("referredBy", List.of("referred_by_id", "referred_by_name"));
        fields.put("referralMethod", List.of("referral_method_id"));
        fields.put("externalId", List.of("external_id"));
        fields.put("preferredBranchId", List.of("preferred_branch_id"));
        fields.put("tax.company", List.of("tax_company"));
        fields.put("tax.number", List.of("tax_number"));
        fields.put("tax.reason", List.of("tax_exempt_reason"));
        return fields;
    }

    /**
     * The record whose value stays when nobody chooses: the one that goes only where the other has
     * none.
     */
    static UUID preset(String field, JsonNode into, JsonNode from) {
        boolean earlier =
                field.equals("customerSince")
                        && !blank(field, from)
                        && !blank(field, into)
                        && from.path("customer_since")
                                        .asString()
                                        .compareTo(into.path("customer_since").asString())
                                < 0;
        return id(blank(field, into) && !blank(field, from) || earlier ? from : into);
    }

    static boolean blank(String field, JsonNode row) {
        return columns(field).stream().allMatch(c -> value(row, c).isNull());
    }

    /** Whether records say different things, so that there is something to choose. */
    static boolean differ(String field, Collection<? extends JsonNode> rows) {
        return rows.stream()
                        .map(row -> columns(field).stream().map(c -> value(row, c)).toList())
                        .distinct()
                        .count()
                > 1;
    }

    /** Whether one may choose whose value stays. */
    static boolean isChoosable(String field) {
        return CHOSEN.containsKey(field) || CustomHistory.isField(field);
    }

    /** All that one may choose, with the business's own fields that these have values for. */
    static List<String> choosable(Collection<? extends JsonNode> rows) {
        return Stream.concat(
                        CHOSEN.keySet().stream(),
                        rows.stream()
                                .flatMap(r -> CustomHistory.columns(r).stream())
                                .filter(CustomHistory::isColumn)
                                .map(CustomHistory::field)
                                .distinct())
                .toList();
    }

    private static List<String> columns(String field) {
        return CustomHistory.isField(field)
                ? List.of(CustomHistory.column(field))
                : Objects.requireNonNull(CHOSEN.get(field));
    }

    /** Of a column, or of a custom field as the change log tells it. */
    private static JsonNode value(JsonNode row, String column) {
        JsonNode value =
                CustomHistory.isColumn(column)
                        ? CustomHistory.value(CustomHistory.field(column), row)
                        : row.path(column);
        return value.isMissingNode() ? NullNode.getInstance() : value;
    }

    static UUID id(JsonNode row) {
        return UUID.fromString(row.path("id").asString());
    }

    /**
     * The columns of the record that stays that get another value.
     *
     * @param choices by field, the id of the record whose value is to stay
     */
    ObjectNode columns(JsonNode into, JsonNode from, Map<String, UUID> choices) {
        ObjectNode changed = json.createObjectNode();
        for (String field : choosable(List.of(into, from))) {
            UUID kept = choices.getOrDefault(field, preset(field, into, from));
            if (kept.equals(id(from))) {
                columns(field).forEach(c -> changed.set(c, value(from, c)));
            }
        }
        JoinedLists.NAMES.forEach(list -> changed.set(list, JoinedLists.join(list, into, from)));
        noneBarredIsPreferred(changed);
        keepStates(changed, into, from);
        noSelfReferral(changed, into, from);
        List.copyOf(changed.propertyNames()).stream()
                .filter(c -> value(into, c).equals(changed.path(c)))
                .forEach(changed::remove);
        return changed;
    }

    /** The stricter of two lists wins. */
    private static void noneBarredIsPreferred(ObjectNode changed) {
        Set<String> barred = JoinedLists.keys(BARRED, changed.path(BARRED));
        ((ArrayNode) changed.path("preferred_staff"))
                .removeIf(e -> barred.contains(e.path("staffId").asString("")));
    }

    /** In use when either was; locked when either was. */
    private static void keepStates(ObjectNode changed, JsonNode into, JsonNode from) {
        if (from.path("deactivated_at").isNull()) {
            changed.putNull("deactivated_at").putNull("deactivated_by");
        }
        if (into.path("locked_at").isNull() && !from.path("locked_at").isNull()) {
            for (String column : List.of("locked_at", "locked_by", "locked_reason")) {
                changed.set(column, from.path(column));
            }
        }
    }

    /** Nobody was sent by themselves. */
    private static void noSelfReferral(ObjectNode changed, JsonNode into, JsonNode from) {
        JsonNode referrer =
                changed.has("referred_by_id")
                        ? changed.path("referred_by_id")
                        : into.path("referred_by_id");
        String id = referrer.asString("");
        if (id.equals(id(into).toString()) || id.equals(id(from).toString())) {
            changed.putNull("referred_by_id");
        }
    }

    /**
     * What the columns a merge changed are to be again.
     *
     * @param before what they were
     * @param now the record as it stands
     */
    ObjectNode back(JsonNode before, JsonNode merged, JsonNode now) {
        ObjectNode columns = json.createObjectNode();
        before.properties()
                .forEach(was -> {
                    String name = was.getKey();
                    boolean asMerged = now.path(name).equals(merged.path(name));
                    columns.set(
                            name,
                            JoinedLists.NAMES.contains(name) && !asMerged
                                    ? JoinedLists.part(name, was.getValue(), merged, now)
                                    : was.getValue());
                });
        return columns;
    }

    /**
     * The columns in the way of an undo: changed since, such that what the merge did can no longer
     * be told from it. Lists never are: what came with the merge goes, whatever became of it.
     */
    static List<String> inTheWay(JsonNode before, JsonNode merged, JsonNode now) {
        return before.properties().stream()
                .filter(was -> !JoinedLists.NAMES.contains(was.getKey()))
                .filter(was -> !value(now, was.getKey()).equals(value(merged, was.getKey())))
                .filter(was -> !value(now, was.getKey()).equals(was.getValue()))
                .map(was -> TOLD_BY.getOrDefault(was.getKey(), was.getKey()))
                .distinct()
                .toList();
    }
}
