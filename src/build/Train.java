import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Works in a demo business like its staff and programs do for a while, so that the JVM writes down which code matters.
 *
 * <p>{@code java src/build/Train.java http://127.0.0.1:8080 20}: the address and for how many seconds. Called by bin/.train.
 */
final class Train {
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\",\"number\":");
    private static final Pattern LAST_NAME = Pattern.compile("\"lastName\":\"([^\"\\\\]{4,})\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final String address;
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Random random = new Random(1);

    private Train(String address) {
        this.address = address;
    }

    public static void main(String[] args) throws Exception {
        new Train(args[0]).work(Instant.now().plus(Duration.ofSeconds(Long.parseLong(args[1]))));
    }

    private void work(Instant end) throws IOException, InterruptedException {
        signIn();
        String customers = get("/api/v1/customers?limit=200");
        List<String> ids = found(ID, customers);
        List<String> names = found(LAST_NAME, customers);
        for (String path : List.of("/actuator/health", "/api/v1/openapi.json", "/settings", "/imports", "/account")) {
            get(path);
        }
        while (Instant.now().isBefore(end)) {
            one(one(ids), one(names));
        }
    }

    private void one(String id, String name) throws IOException, InterruptedException {
        get("/api/v1/customers/" + id);
        get("/api/v1/customers?limit=10&q=" + encoded(name.substring(0, 3)));
        get("/customers/" + id);
        get("/api/v1/customers/" + id);
        switch (random.nextInt(8)) {
            case 0 -> get("/customers");
            case 1 -> get("/customers/" + id + "/notes");
            case 2 -> get("/customers/" + id + "/history");
            case 3 -> get("/palette?q=" + encoded(name.substring(0, 4)));
            case 4 -> get("/api/v1/customers?limit=10&q=" + encoded(swapped(name)));
            case 5 -> get("/api/v1/customers?limit=50");
            case 6 -> get("/api/v1/customers?limit=10&q=06" + random.nextInt(100));
            default -> note(id);
        }
    }

    private void note(String id) throws IOException, InterruptedException {
        send(request("/api/v1/customers/" + id + "/notes")
                .POST(BodyPublishers.ofString("{\"body\":\"Called back\",\"kind\":\"general\"}")));
    }

    private void signIn() throws IOException, InterruptedException {
        String token = found(TOKEN, get("/sign-in")).getFirst();
        String form = "_csrf=%s&email=owner%%40lumen.example&password=clientele-demo".formatted(encoded(token));
        send(HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private String get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        return path.startsWith("/api/")
                ? request.header("Authorization", "Bearer train-lumen").header("Content-Type", "application/json")
                : request;
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString()).body();
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
    }

    private <T> T one(List<T> many) {
        return many.get(random.nextInt(many.size()));
    }

    private static String swapped(String name) {
        return "" + name.charAt(1) + name.charAt(0) + name.substring(2);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
