package app.clientele.routes;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.PageClient;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is sent to a route so that it does what it is for; nothing special unless said here. */
sealed interface Sent {
    record Form(String... fields) implements Sent {}

    record Json(Object body) implements Sent {}

    record File(String field, String name, byte[] content) implements Sent {}

    static Sent to(Route route, World world) {
        Function<World, Sent> known = Bodies.KNOWN.get(route.toString());
        if (known != null) {
            return known.apply(world);
        }
        return route.isApi() ? new Json(Map.of()) : new Form();
    }

    default Answer by(PageClient browser, Route route, String path, boolean part) {
        if (route.isRead()) {
            return part ? browser.part(path) : browser.get(path);
        }
        return switch (this) {
            case Form form ->
                    part
                            ? browser.postPart(path, form.fields())
                            : browser.post(path, form.fields());
            case File file -> browser.upload(path, file.field(), file.name(), file.content());
            case Json json -> throw new AssertionError("A browser sends no " + json);
        };
    }

    default Answer by(ApiClient program, Route route, String path, @Nullable String etag) {
        if (this instanceof File file) {
            return program.upload(route.method(), path, file.field(), file.name(), file.content());
        }
        boolean empty = List.of("GET", "DELETE").contains(route.method());
        var body = this instanceof Json json && !empty ? json.body() : null;
        return etag == null
                ? program.send(route.method(), path, body)
                : program.send(route.method(), path, body, "If-Match", etag);
    }
}
