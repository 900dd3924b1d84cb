package app.clientele.site;

import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns what came in (JSON, a merge patch, the fields of a form) into a command. Pages and API
 * share this one way, so that both refuse the same things under the same field names.
 */
@Component
public class Input {
    private static final int MOST_PROBLEMS = 50;

    private final JsonMapper json;
    private final List<CommandRules> rules;

    Input(JsonMapper json, List<CommandRules> rules) {
        this.json = json;
        this.rules = rules;
    }

    /**
     * Reads a command from JSON.
     *
     * @throws Invalid when something can't be read, naming that and whatever else breaks a rule
     */
    public <T> T read(JsonNode node, Class<T> type) {
        if (!node.isObject()) {
            throw new Invalid("", "object_expected");
        }
        return whole(node, type);
    }

    /**
     * Applies a JSON merge patch (RFC 7396) to the present state of a command and reads the result.
     */
    public <T> T patch(T current, JsonNode patch, Class<T> type) {
        if (!patch.isObject()) {
            throw new Invalid("", "object_expected");
        }
        return read(merge(json.valueToTree(current), patch), type);
    }

    private static JsonNode merge(JsonNode target, JsonNode patch) {
        if (!(patch instanceof ObjectNode changes)) {
            return patch;
        }
        ObjectNode merged = target instanceof ObjectNode object ? object : changes.objectNode();
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                merged.putNull(change.getKey());
            } else {
                JsonNode present = merged.path(change.getKey());
                merged.set(change.getKey(), merge(present, change.getValue()));
            }
        }
        return merged;
    }

    /**
     * Reads a command from form fields such as {@code firstName} or {@code emails[0].address}. A
     * field that repeats becomes a list when named with {@code []}; rows of which every field is
     * blank are left out.
     *
     * @throws Invalid when something can't be read, naming that and whatever else breaks a rule
     */
    public <T> T form(MultiValueMap<String, String> fields, Class<T> type) {
        return whole(FormTree.of(json, fields), type);
    }

    /** Who must correct something is told all of it, so that once is enough. */
    private <T> T whole(JsonNode tree, Class<T> type) {
        List<Invalid.Problem> unreadable = new ArrayList<>();
        JsonNode rest = tree;
        while (unreadable.size() < MOST_PROBLEMS) {
            try {
                T command = json.treeToValue(rest, type);
                if (unreadable.isEmpty()) {
                    return command;
                }
                unreadable.addAll(others(problems(command), unreadable));
                break;
            } catch (DatabindException e) {
                rest = unreadable.isEmpty() ? tree.deepCopy() : rest;
                unreadable.addAll(invalid(e).problems());
                if (!remove(rest, e.getPath())) {
                    break;
                }
            }
        }
        throw new Invalid(unreadable);
    }

    private List<Invalid.Problem> problems(Object command) {
        return rules.stream()
                .map(r -> r.problems(command))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> Validation.problems(command));
    }

    /** What was left out to read the rest is not said to be missing too, nor the list it was in. */
    private static List<Invalid.Problem> others(
            List<Invalid.Problem> problems, List<Invalid.Problem> known) {
        return problems.stream()
                .filter(p -> known.stream().noneMatch(k -> isIn(k.field(), p.field())))
                .toList();
    }

    private static boolean isIn(String field, String whole) {
        return field.equals(whole)
                || field.startsWith(whole + "[")
                || field.startsWith(whole + ".");
    }

    /** Takes what can't be read out, to go on with the rest; of a list, the whole. */
    private static boolean remove(JsonNode tree, List<JacksonException.Reference> path) {
        int last = path.size() - 1;
        while (last >= 0 && path.get(last).getPropertyName() == null) {
            last--;
        }
        if (last < 0) {
            return false;
        }
        JsonNode parent = tree;
        for (JacksonException.Reference step : path.subList(0, last)) {
            parent =
                    step.getPropertyName() == null
                            ? parent.path(step.getIndex())
                            : parent.path(step.getPropertyName());
        }
        return parent instanceof ObjectNode object
                && object.remove(path.get(last).getPropertyName()) != null;
    }

    /** Reads a command from its present state and the form fields of some of it. */
    public <T> T patch(T current, MultiValueMap<String, String> fields, Class<T> type) {
        return patch(current, FormTree.of(json, fields), type);
    }

    /** Reads an identifier from a path; whatever is none can't exist. */
    public static UUID id(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound(what);
        }
    }

    static Invalid invalid(JacksonException e) {
        String code = e instanceof UnrecognizedPropertyException ? "unknown" : "format";
        return new Invalid(path(e), code);
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }
}
