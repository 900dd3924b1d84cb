package app.clientele.customers.history;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.custom.CustomFieldRows;
import app.clientele.customers.history.History.Change;
import app.clientele.customers.history.History.FieldChange;
import app.clientele.shared.Stale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts the columns and values of the change log into the fields and words that pages and API speak
 * of.
 */
@Component
public class HistoryWords {
    private final CustomFieldRows customFields;
    private final Restorables restorables;

    HistoryWords(CustomFieldRows customFields, Restorables restorables) {
        this.customFields = customFields;
        this.restorables = restorables;
    }

    /** Tells these changes; what custom fields are called is looked up once for all of them. */
    public Function<LoggedChange, Change> teller(List<LoggedChange> changes) {
        Map<String, CustomField> custom = CustomHistory.about(changes, customFields);
        return raw -> tell(raw, custom);
    }

    private Change tell(LoggedChange raw, Map<String, CustomField> custom) {
        return new Change(
                raw.id(),
                raw.at(),
                raw.actorId(),
                raw.actor(),
                raw.source(),
                raw.entity(),
                raw.rowId(),
                raw.operation(),
                about(raw),
                fields(raw, custom),
                restorables.whole(raw));
    }

    private static @Nullable String about(LoggedChange raw) {
        String text =
                switch (raw.entity()) {
                    case "note" -> "body";
                    case "alert" -> "text";
                    default -> null;
                };
        return text == null || raw.columns().contains(text)
                ? null
                : HistoryValues.of(text, raw.after(), raw.names());
    }

    private List<FieldChange> fields(LoggedChange raw, Map<String, CustomField> custom) {
        Set<String> fields =
                Arrays.stream(HistoryFields.told(raw))
                        .map(HistoryFields::of)
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        JsonNode before = before(raw);
        JsonNode after = raw.operation().equals("delete") ? null : raw.after();
        List<FieldChange> told = new ArrayList<>();
        for (String field : fields) {
            String was = before == null ? null : HistoryValues.of(field, before, raw.names());
            String is = after == null ? null : HistoryValues.of(field, after, raw.names());
            if (was != null || is != null) {
                told.add(
                        new FieldChange(
                                field, was, is, restorables.single(raw, field), custom.get(field)));
            }
        }
        return told;
    }

    /** The whole row as it stood before a change, or nothing where the change made it. */
    static @Nullable JsonNode before(LoggedChange raw) {
        if (raw.before() == null) {
            return null;
        }
        var state = ((ObjectNode) raw.after()).deepCopy();
        raw.before().properties().forEach(p -> state.set(p.getKey(), p.getValue()));
        return state;
    }

    List<Stale.Clash> clashes(List<LoggedChange> newestFirst) {
        Map<String, Stale.Clash> latest = new LinkedHashMap<>();
        for (LoggedChange raw : newestFirst) {
            for (FieldChange change : fields(raw, Map.of())) {
                latest.putIfAbsent(
                        change.field(),
                        new Stale.Clash(change.field(), change.after(), raw.actor(), raw.at()));
            }
        }
        return List.copyOf(latest.values());
    }

    /** The values of a row that people read about. */
    public static List<History.Fact> facts(
            JsonNode row, JsonNode names, Map<String, CustomField> custom) {
        return CustomHistory.columns(row).stream()
                .filter(column -> !HistoryFields.isSilent(column))
                .map(HistoryFields::of)
                .distinct()
                .flatMap(field ->
                        Stream.ofNullable(HistoryValues.of(field, row, names))
                                .map(value -> new History.Fact(field, value, custom.get(field))))
                .toList();
    }
}
