package app.clientele.site;

import app.clientele.shared.Line;
import app.clientele.shared.Prose;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.tags.Tag;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.providers.JavadocProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * What all of the API has in common, told once for the OpenAPI document; the rest is read from the
 * controllers and the comments above them.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String KEY = "key";
    private static final String PROBLEM = "Problem";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    /** Parameters that mean the same wherever they are. */
    private static final Set<String> EVERYWHERE =
            Set.of("cursor", "limit", "archived", "deactivated", "If-Match");

    private final Texts texts;

    /** What is said above a controller, by the name of its resource. */
    private final Map<String, String> resources = new ConcurrentSkipListMap<>();

    ApiDescription(Texts texts) {
        this.texts = texts;
    }

    @Bean
    OpenApiCustomizer describe() {
        return api -> {
            api.info(
                    new Info()
                            .title(text("site.product"))
                            .version("v1")
                            .description(text("api.intro"))
                            .license(new License().name("Apache 2.0").identifier("Apache-2.0")));
            api.addSecurityItem(new SecurityRequirement().addList(KEY));
            components(api)
                    .addSecuritySchemes(
                            KEY,
                            new SecurityScheme()
                                    .type(SecurityScheme.Type.HTTP)
                                    .scheme("bearer")
                                    .description(text("api.key")))
                    .addSchemas(PROBLEM, problem());
            api.getPaths().forEach((path, item) -> patch(api, path, item));
            api.tags(
                    resources.entrySet().stream()
                            .map(r -> new Tag().name(r.getKey()).description(r.getValue()))
                            .toList());
        };
    }

    private static Components components(OpenAPI api) {
        if (api.getComponents() == null) {
            api.components(new Components());
        }
        return api.getComponents();
    }

    /** What a change takes is what the making of such a thing takes, any part of it. */
    private void patch(OpenAPI api, String path, PathItem item) {
        Operation change = item.getPatch();
        if (change == null) {
            return;
        }
        PathItem collection = api.getPaths().get(path.replaceFirst("/[{][^/]+$", ""));
        Operation making = collection == null ? null : collection.getPost();
        if (making != null && making.getRequestBody() != null) {
            Schema<?> taken =
                    making.getRequestBody().getContent().values().iterator().next().getSchema();
            change.requestBody(
                    new RequestBody()
                            .required(true)
                            .description(text("api.patch"))
                            .content(
                                    new Content()
                                            .addMediaType(
                                                    MERGE_PATCH, new MediaType().schema(taken))));
        }
    }

    @Bean
    OperationCustomizer operations(JavadocProvider comments) {
        return (operation, method) -> {
            resources.computeIfAbsent(
                    operation.getTags().getFirst(),
                    name -> comments.getClassJavadoc(method.getBeanType()));
            success(operation, method);
            answers(operation, method);
            headers(operation, method);
            return operation;
        };
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

    /** How long a text may be is said by our own constraints. */
    @Bean
    PropertyCustomizer lengths() {
        return (schema, type) -> {
            for (Annotation each :
                    type.getCtxAnnotations() == null
                            ? new Annotation[0]
                            : type.getCtxAnnotations()) {
                switch (each) {
                    case Line line -> schema.maxLength(line.max());
                    case Prose prose -> schema.maxLength(prose.max());
                    default -> {}
                }
            }
            return schema;
        };
    }

    private Schema<?> problem() {
        Schema<?> error =
                new ObjectSchema()
                        .properties(
                                Map.of("field", new StringSchema(), "message", new StringSchema()));
        Schema<?> reason =
                new ObjectSchema()
                        .properties(
                                Map.of("code", new StringSchema(), "message", new StringSchema()));
        return new ObjectSchema()
                .description(text("api.problem"))
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema())
                .addProperty("errors", new ArraySchema().items(error))
                .addProperty("reasons", new ArraySchema().items(reason));
    }

    private String text(String key) {
        return texts.text(Locale.ENGLISH, key);
    }
}
