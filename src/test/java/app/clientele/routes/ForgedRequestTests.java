package app.clientele.routes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What another site makes somebody's browser send does nothing (B6). */
@ClienteleTest
class ForgedRequestTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String FORM = "application/x-www-form-urlencoded";

    /** By what another site could try: the body, and headers besides the cookies sent along. */
    private static final Map<String, List<String>> FORGED =
            Map.of(
                    "no token", List.of("name=x", "Content-Type", FORM),
                    "a made-up token", List.of("name=x&_csrf=AAAA", "Content-Type", FORM),
                    "an empty token", List.of("name=x&_csrf=", "Content-Type", FORM),
                    "plain text", List.of("name=x", "Content-Type", "text/plain"),
                    "JSON", List.of("{}", "Content-Type", "application/json"),
                    "a script's header",
                            List.of("name=x", "Content-Type", FORM, "HX-Request", "true"));

    @Test
    void noPageDoesAnythingWithoutItsToken() throws Exception {
        var mine = World.of(Cast.mia(), Cast.mia());
        var wrong = new ArrayList<String>();
        var paths = new ArrayList<String>();
        for (Route route : Route.all()) {
            if (!route.isRead() && !route.isApi() && !isSigned(route)) {
                paths.add(route.path(v -> mine.value(World.kind(route, v))));
            }
        }
        String before = Contents.digest();
        String session = Cast.mia().session();
        for (String path : paths) {
            for (var forged : FORGED.entrySet()) {
                int status = post(session, path, forged.getValue());
                if (status != 403) {
                    wrong.add(path + " with " + forged.getKey() + ": " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(Contents.digest()).isEqualTo(before);
        assertThat(Cast.bean(app.clientele.access.Sessions.class).find(session)).isPresent();
    }

    /** Sent by programs, which prove by a signature who they are. */
    private static boolean isSigned(Route route) {
        return route.pattern().startsWith("/webhooks/");
    }

    private static int post(String session, String path, List<String> forged)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(Cast.url() + path))
                        .header("Cookie", "clientele=" + session + "; clientele-csrf=BBBB")
                        .header("Origin", "https://evil.example")
                        .POST(BodyPublishers.ofString(forged.getFirst()));
        for (int i = 1; i < forged.size(); i += 2) {
            request.header(forged.get(i), forged.get(i + 1));
        }
        return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    @Test
    void askingForAPageThatWritesWritesNothing() throws Exception {
        var mine = World.of(Cast.mia(), Cast.mia());
        var paths = new ArrayList<String>();
        for (Route route : Route.all()) {
            if (!route.isRead() && !route.isApi()) {
                paths.add(route.path(v -> mine.value(World.kind(route, v))));
            }
        }
        String before = Contents.digest();
        var mia = Cast.mia().pages();
        for (String path : paths) {
            assertThat(mia.get(path).status()).as("GET " + path).isLessThan(500);
        }
        assertThat(Contents.digest()).isEqualTo(before);
        assertThat(mia.get("/account").status()).isEqualTo(200);
    }

    @Test
    void theApiKnowsNoCookies() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(Cast.url() + "/api/v1/customers"))
                        .header("Cookie", "clientele=" + Cast.mia().session())
                        .build();
        var answer = HTTP.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }
}
