package app.clientele.site;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Says of every operation of the API what it takes and answers, the same way for all. */
@Component
class ApiOperations implements OperationCustomizer {
    static final String PROBLEM = "Problem";

    /** Parameters that mean the same wherever they are. */
    private static final Set<String> EVERYWHERE =
            Set.of("cursor", "limit", "archived", "deactivated", "If-Match");

    private final Texts texts;
    private final JavadocProvider comments;

    /** What is said above a controller, by the name of its resource. */
    private final Map<String, String> resources = new ConcurrentSkipListMap<>();

    ApiOperations(Texts texts, JavadocProvider comments) {
        this.texts = texts;
        this.comments = comments;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        resources.computeIfAbsent(
                operation.getTags().getFirst(),
                name -> comments.getClassJavadoc(method.getBeanType()));
        success(operation, method);
        answers(operation, method);
        headers(operation, method);
        return operation;
    }

    /** The resources met so far, with what is said above their controllers. */
    List<Tag> resources() {
        return resources.entrySet().stream()
                .map(r -> new Tag().name(r.getKey()).description(r.getValue()))
                .toList();
    }

    /** Who answers with an entity of nothing answers 204, and to a POST tells of what was made. */
    private void success(Operation operation, HandlerMethod method) {
        ResolvableType type = ResolvableType.forMethodParameter(method.getReturnType());
        ApiResponse ok = operation.getResponses().remove("200");
        boolean entity = type.resolve(Object.class) == ResponseEntity.class;
        if (ok == null || entity && type.getGeneric(0).resolve(Object.class) == Void.class) {
            answer(operation, "204", text("api.204"), null);
            return;
        }
        boolean making = entity && isPost(method);
        operation
                .getResponses()
                .addApiResponse(
                        making ? "201" : "200",
                        ok.description(text(making ? "api.201" : "api.200")).content(json(ok)));
    }

    private static @Nullable Content json(ApiResponse response) {
        if (response.getContent() == null) {
            return null;
        }
        return new Content()
                .addMediaType("application/json", response.getContent().values().iterator().next());
    }

    private static boolean isPost(HandlerMethod method) {
        return method.hasMethodAnnotation(PostMapping.class);
    }

    private void answers(Operation operation, HandlerMethod method) {
        boolean changes = !isReading(method);
        for (String status :
                changes
                        ? new String[] {"401", "403", "404", "409", "422", "429"}
                        : new String[] {"401", "403", "404", "422", "429"}) {
            answer(operation, status, text("api." + status), PROBLEM);
        }
        if (isConditional(operation)) {
            answer(operation, "412", text("api.412"), PROBLEM);
            answer(operation, "428", text("api.428"), PROBLEM);
        }
    }

    private static boolean isReading(HandlerMethod method) {
        return method.hasMethodAnnotation(GetMapping.class);
    }

    /** What its address names may have been erased. */
    void mayBeGone(Operation operation) {
        answer(operation, "410", text("api.410"), PROBLEM);
    }

    private static boolean isConditional(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> p.getName().equals("If-Match"));
    }

    private static void answer(
            Operation operation, String status, String text, @Nullable String schema) {
        ApiResponses responses = operation.getResponses();
        ApiResponse response = new ApiResponse().description(text);
        if (schema != null) {
            Schema<?> ref = new Schema<>().$ref("#/components/schemas/" + schema);
            response.content(
                    new Content()
                            .addMediaType("application/problem+json", new MediaType().schema(ref)));
        }
        responses.addApiResponse(status, response);
    }

    private void headers(Operation operation, HandlerMethod method) {
        if (isPost(method)) {
            operation.addParametersItem(
                    new HeaderParameter()
                            .name("Idempotency-Key")
                            .required(false)
                            .schema(new StringSchema().maxLength(200))
                            .description(text("api.idempotency")));
        }
        if (operation.getParameters() != null) {
            operation
                    .getParameters()
                    .forEach(p -> {
                        if (p.getDescription() == null && EVERYWHERE.contains(p.getName())) {
                            p.description(
                                    text("api.param." + p.getName().toLowerCase(Locale.ROOT)));
                        }
                    });
        }
    }

    private String text(String key) {
        return texts.text(Locale.ENGLISH, key);
    }
}
