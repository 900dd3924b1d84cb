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
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.lang.annotation.Annotation;
import java.util.Locale;
import java.util.Map;
import org.joda.money.Money;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What all of the API has in common, told once for the OpenAPI document; the rest is read from the
 * controllers and the comments above them.
 */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    private static final String KEY = "key";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    static {
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        Money.class,
                        new ObjectSchema()
                                .addProperty("amount", new StringSchema().example("12.50"))
                                .addProperty("currency", new StringSchema().example("EUR")));
    }

    private final Texts texts;
    private final ApiOperations operations;
    private final ObjectProvider<Gone> gone;

    ApiDescription(Texts texts, ApiOperations operations, ObjectProvider<Gone> gone) {
        this.texts = texts;
        this.operations = operations;
        this.gone = gone;
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
                    .addSchemas(ApiOperations.PROBLEM, problem());
            api.getPaths()
                    .forEach((path, item) -> {
                        patch(api, path, item);
                        if (gone.stream().anyMatch(g -> path.startsWith(g.below()))) {
                            item.readOperations().forEach(operations::mayBeGone);
                        }
                    });
            api.tags(operations.resources());
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
