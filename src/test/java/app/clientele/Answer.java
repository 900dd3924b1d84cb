package app.clientele;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the application answered over HTTP. */
public record Answer(HttpResponse<String> response) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public int status() {
        return response.statusCode();
    }

    public String body() {
        return response.body();
    }

    /** A header's first value, empty without one. */
    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public String location() {
        return header("Location");
    }

    public String etag() {
        return header("ETag");
    }

    public JsonNode json() {
        return JSON.readTree(body());
    }

    @Override
    public String toString() {
        return status() + " " + response.headers().map() + "\n" + body();
    }
}
