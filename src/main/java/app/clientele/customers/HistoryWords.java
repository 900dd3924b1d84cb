package app.clientele.customers;

import app.clientele.customers.History.Change;
import app.clientele.customers.History.FieldChange;
import app.clientele.shared.Stale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Puts the columns and values of the change log into the fields and words that pages and API speak
 * of.
 */
@Component
class HistoryWords {
    /** Columns nobody asks about, because another one tells the same or they are ours alone. */
    private static final Set<String> SILENT =
            Set.of(
                    "id",
                    "business_id",
                    "customer_id",
                    "version",
                    "created_at",
                    "updated_at",
                    "created_by",
                    "created_via",
                    "import_id",
                    "edited_by",
                    "edited_at",
                    "deactivated_by",
                    "locked_at",
                    "locked_by",
                    "ended_by",
                    "alert_id",
                    "text_hash",
                    "position",
                    "number",
                    "sort_name",
                    "unit");

    private static final Map<String, String> FIELDS =
            Map.ofEntries(
                    Map.entry("first_name", "firstName"),
                    Map.entry("middle_name", "middleName"),
                    Map.entry("last_name", "lastName"),
                    Map.entry("display_name", "displayName"),
                    Map.entry("birth_year", "birthday"),
                    Map.entry("birth_month", "birthday"),
                    Map.entry("birth_day", "birthday"),
                    Map.entry("status_id", "status"),
                    Map.entry("customer_since", "customerSince"),
                    Map.entry("referred_by_id", "referredBy"),
                    Map.entry("referred_by_name", "referredBy"),
                    Map.entry("referral_method_id", "referralMethod"),
                    Map.entry("external_id", "externalId"),
                    Map.entry("photo_id", "photo"),
                    Map.entry("deactivated_at", "deactivated"),
                    Map.entry("locked_reason", "lockedReason"),
                    Map.entry("expires_on", "expiresOn"),
                    Map.entry("ended_at", "ended"),
                    Map.entry("tag_id", "tag"),
                    Map.entry("on_date", "date"),
                    Map.entry("grams", "weight"),
                    Map.entry("is_primary", "primary"));

    static String[] silent() {
        return SILENT.toArray(String[]::new);
    }

    /** The columns of a change that people read about. */
    static String[] told(LoggedChange raw) {
        return raw.columns().stream().filter(c -> !SILENT.contains(c)).toArray(String[]::new);
    }

    /** Whether a change only concerns ourselves. */
    static boolean isSilent(LoggedChange raw) {
        return raw.operation().equals("update") && told(raw).length == 0;
    }

    static String field(String column) {
        return FIELDS.getOrDefault(column, column);
    }

    /**
     * The columns behind a field named as {@code entity.field}, or nothing when no field is asked
     * for.
     */
    static String @Nullable [] columnsOf(@Nullable String entityField) {
        if (entityField == null || !entityField.contains(".")) {
            return null;
        }
        String field = entityField.substring(entityField.indexOf('.') + 1);
        Set<String> columns = new LinkedHashSet<>(Set.of(field));
        FIELDS.forEach((column, name) -> {
            if (name.equals(field)) {
                columns.add(column);
            }
        });
        return columns.toArray(String[]::new);
    }

    static @Nullable String entityOf(@Nullable String entityField) {
        return entityField == null ? null : entityField.split("\\.", 2)[0];
    }

    Change tell(LoggedChange raw) {
        return new Change(
                raw.id(),
                raw.at(),
                raw.actorId(),
                raw.actor(),
                raw.source(),
                raw.entity(),
                raw.rowId(),
                raw.operation(),
                fields(raw));
    }

    private List<FieldChange> fields(LoggedChange raw) {
        Set<String> fields =
                Arrays.stream(told(raw))
                        .map(HistoryWords::field)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        JsonNode before = before(raw);
        JsonNode after = raw.operation().equals("delete") ? null : raw.after();
        List<FieldChange> told = new ArrayList<>();
        for (String field : fields) {
            String was = before == null ? null : value(field, before, raw.names());
            String is = after == null ? null : value(field, after, raw.names());
            if (was != null || is != null) {
                told.add(new FieldChange(field, was, is));
            }
        }
        return told;
    }

    /** The whole row as it stood before a change, or nothing where the change made it. */
    static @Nullable JsonNode before(LoggedChange raw) {
        if (raw.before() == null) {
            return null;
        }
        var state = ((tools.jackson.databind.node.ObjectNode) raw.after()).deepCopy();
        raw.before().properties().forEach(p -> state.set(p.getKey(), p.getValue()));
        return state;
    }

    List<Stale.Clash> clashes(List<LoggedChange> newestFirst) {
        Map<String, Stale.Clash> latest = new LinkedHashMap<>();
        for (LoggedChange raw : newestFirst) {
            for (FieldChange change : fields(raw)) {
                latest.putIfAbsent(
                        change.field(),
                        new Stale.Clash(change.field(), change.after(), raw.actor(), raw.at()));
            }
        }
        return List.copyOf(latest.values());
    }

    /** The values of a row that people read about. */
    static List<RecordCopies.Fact> facts(JsonNode row, JsonNode names) {
        return row.propertyNames().stream()
                .filter(column -> !SILENT.contains(column))
                .map(HistoryWords::field)
                .distinct()
                .flatMap(field ->
                        Stream.ofNullable(value(field, row, names))
                                .map(value -> new RecordCopies.Fact(field, value)))
                .toList();
    }

    private static @Nullable String value(String field, JsonNode row, JsonNode names) {
        return switch (field) {
            case "birthday" -> birthday(row);
            case "emails" -> masked(joined(row.path("emails"), "address"), Masking::email);
            case "phones" -> masked(joined(row.path("phones"), "number"), Masking::number);
            case "status" -> named(row.path("status_id"), names);
            case "referralMethod" -> named(row.path("referral_method_id"), names);
            case "tag" -> named(row.path("tag_id"), names);
            case "referredBy" -> referrer(row, names);
            case "weight" -> weight(row);
            case "street", "line2", "postcode" ->
                    Masking.applies() ? hidden(row.path(field)) : text(row.path(field));
            case "photo" -> text(row.path("photo_id")) == null ? null : "•";
            default -> text(row.path(column(field)));
        };
    }

    private static String column(String field) {
        return FIELDS.entrySet().stream()
                .filter(e -> e.getValue().equals(field))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(field);
    }

    private static @Nullable String masked(
            @Nullable String joined, java.util.function.UnaryOperator<@Nullable String> mask) {
        return joined == null || !Masking.applies() ? joined : mask.apply(joined);
    }

    static @Nullable String birthday(JsonNode row) {
        if (row.path("birth_month").isMissingNode() || row.path("birth_month").isNull()) {
            return null;
        }
        JsonNode year = row.path("birth_year");
        return new app.clientele.shared.Birthday(
                        year.isNumber() ? year.intValue() : null,
                        row.path("birth_month").intValue(),
                        row.path("birth_day").intValue())
                .toString();
    }

    private static @Nullable String joined(JsonNode list, String field) {
        String joined =
                StreamSupport.stream(list.spliterator(), false)
                        .map(e -> e.path(field).asString(""))
                        .collect(Collectors.joining(", "));
        return joined.isEmpty() ? null : joined;
    }

    private static @Nullable String weight(JsonNode row) {
        if (!row.path("grams").isNumber()) {
            return null;
        }
        String unit = row.path("unit").asString("kg");
        return WeightUnit.of(unit).value(row.path("grams").intValue()) + " " + unit;
    }

    private static @Nullable String referrer(JsonNode row, JsonNode names) {
        String name = named(row.path("referred_by_id"), names);
        return name == null ? text(row.path("referred_by_name")) : name;
    }

    /** What an id stood for; the id itself when that is gone. */
    private static @Nullable String named(JsonNode id, JsonNode names) {
        String uuid = text(id);
        return uuid == null ? null : names.path(uuid).asString(uuid);
    }

    private static @Nullable String hidden(JsonNode node) {
        return text(node) == null ? null : "•••";
    }

    private static @Nullable String text(JsonNode node) {
        if (node.isMissingNode() || node.isNull() || node.isContainer() && node.isEmpty()) {
            return null;
        }
        return node.isContainer() ? node.toString() : node.asString();
    }
}
