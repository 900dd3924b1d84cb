package app.clientele;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A program that uses the API with a key. Paths are those below {@code /api/v1}. */
public record ApiClient(String url, String key) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** The body is sent as it is when it is a text, else as JSON. */
    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, body, headers);
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, body, headers);
    }

    /** A merge patch of the version with this ETag. */
    public Answer patch(String path, String etag, Object body) {
        return send("PATCH", path, body, "If-Match", etag);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends a form with a file in it. */
    public Answer upload(String path, String field, String fileName, String content) {
        return upload("POST", path, field, fileName, content.getBytes(UTF_8));
    }

    /** Sends a form with a file in it. */
    public Answer upload(
            String method,
            String path,
            String field,
            String fileName,
            byte[] content,
            String... headers) {
        var form = Multipart.of(field, fileName, content);
        var request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", form.type())
                        .method(method, form.publisher());
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return exchange(HTTP, request.build());
    }

    public Answer send(String method, String path, @Nullable Object body, String... headers) {
        var request =
                HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
                        .header("Authorization", "Bearer " + key)
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(text(body)));
        if (body != null) {
            request.header("Content-Type", type(method));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return exchange(HTTP, request.build());
    }

    private static String type(String method) {
        return method.equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    private static String text(Object body) {
        return body instanceof String text ? text : JSON.writeValueAsString(body);
    }

    static Answer exchange(HttpClient http, HttpRequest request) {
        try {
            return new Answer(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
