package app.clientele.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The OpenAPI document as people read it: by resource, each with its calls. */
public record ApiReference(List<Resource> resources) {
    private static final int DEEPEST = 3;
    private static final List<String> METHODS = List.of("get", "post", "patch", "put", "delete");

    /** A kind of thing the API is about. */
    public record Resource(String name, String id, String text, List<Call> calls) {}

    /** One thing that can be asked of the API. */
    public record Call(
            String method,
            String path,
            String text,
            List<Field> parameters,
            List<Field> body,
            List<Field> result,
            List<Answer> answers) {}

    /** A value that is sent or answered; those within others bear their names. */
    public record Field(String name, String type, boolean required, String text) {}

    /** How a call may end. */
    public record Answer(String status, String text) {}

    static ApiReference of(JsonNode api) {
        Map<String, List<Call>> calls = new LinkedHashMap<>();
        api.path("paths")
                .properties()
                .forEach(path ->
                        METHODS.forEach(method -> {
                            JsonNode operation = path.getValue().path(method);
                            if (operation.isObject()) {
                                calls.computeIfAbsent(tag(operation), t -> new ArrayList<>())
                                        .add(call(api, path.getKey(), method, operation));
                            }
                        }));
        return new ApiReference(
                calls.entrySet().stream()
                        .map(e -> resource(api, e.getKey(), e.getValue()))
                        .sorted(Comparator.comparing(Resource::name))
                        .toList());
    }

    private static String tag(JsonNode operation) {
        return operation.path("tags").path(0).asString("");
    }

    private static Resource resource(JsonNode api, String name, List<Call> calls) {
        String text = "";
        for (JsonNode tag : api.path("tags")) {
            text = tag.path("name").asString().equals(name) ? said(tag) : text;
        }
        List<Call> inOrder =
                calls.stream()
                        .sorted(
                                Comparator.comparing(Call::path)
                                        .thenComparing(c -> METHODS.indexOf(c.method())))
                        .toList();
        return new Resource(name, name.toLowerCase(Locale.ROOT), text, inOrder);
    }

    private static Call call(JsonNode api, String path, String method, JsonNode operation) {
        List<Field> parameters = new ArrayList<>();
        for (JsonNode p : operation.path("parameters")) {
            parameters.add(
                    new Field(
                            p.path("name").asString(),
                            type(api, p.path("schema")),
                            p.path("required").asBoolean(),
                            said(p)));
        }
        List<Answer> answers = new ArrayList<>();
        List<Field> result = new ArrayList<>();
        operation.path("responses").properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(answer -> {
                    answers.add(new Answer(answer.getKey(), said(answer.getValue())));
                    if (answer.getKey().startsWith("2")) {
                        result.addAll(content(api, answer.getValue()));
                    }
                });
        String text =
                plain(
                        operation
                                .path("description")
                                .asString(operation.path("summary").asString("")));
        List<Field> body = content(api, operation.path("requestBody"));
        return new Call(method, path, text, parameters, body, result, answers);
    }

    private static List<Field> content(JsonNode api, JsonNode holder) {
        List<Field> fields = new ArrayList<>();
        holder.path("content")
                .properties()
                .forEach(media -> fields(api, media.getValue().path("schema"), "", 0, fields));
        return fields;
    }

    private static void fields(
            JsonNode api, JsonNode schema, String prefix, int depth, List<Field> into) {
        JsonNode real = real(api, schema);
        if (real.path("items").isObject()) {
            fields(api, real.path("items"), prefix + "[]", depth, into);
            return;
        }
        real.path("properties")
                .properties()
                .forEach(property -> {
                    String name =
                            prefix.isEmpty() ? property.getKey() : prefix + "." + property.getKey();
                    into.add(
                            new Field(
                                    name,
                                    type(api, property.getValue()),
                                    isRequired(real, property.getKey()),
                                    said(property.getValue())));
                    if (depth < DEEPEST) {
                        fields(api, property.getValue(), name, depth + 1, into);
                    }
                });
    }

    private static boolean isRequired(JsonNode schema, String property) {
        for (JsonNode required : schema.path("required")) {
            if (required.asString().equals(property)) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode real(JsonNode api, JsonNode schema) {
        String ref = schema.path("$ref").asString("");
        return ref.isEmpty() ? schema : api.at(ref.substring(1));
    }

    private static String type(JsonNode api, JsonNode schema) {
        JsonNode real = real(api, schema);
        if (real.path("items").isObject()) {
            return type(api, real.path("items")) + "[]";
        }
        String format = real.path("format").asString("");
        String type = format.isEmpty() ? real.path("type").asString("object") : format;
        return real.has("maxLength") ? type + " ≤ " + real.path("maxLength").asInt() : type;
    }

    /** Comments may be marked up; people read the plain words. */
    private static String said(JsonNode node) {
        return plain(node.path("description").asString(""));
    }

    private static String plain(String text) {
        return text.replaceAll("<[^>]*>", "").replaceAll("\\s+", " ").strip();
    }
}
