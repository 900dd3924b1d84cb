package app.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people, scripts and programs get when something fails, and what every page carries. */
class ErrorPageTests {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({
        "/nowhere, 404, There is nothing here",
        "/style/fail/missing, 404, There is nothing here",
        "/style/fail/refused, 409, This slot was just taken.",
        "/style/fail/broken, 500, Something went wrong on our side",
        "/style/form?_method=x, 200, Edit",
    })
    void peopleGetAPageWithTheRequestsNumber(String path, int status, String words)
            throws Exception {
        for (var frame : List.of("", path.contains("?") ? "&out" : "?out")) {
            var answer = get(path + frame);
            assertThat(answer.statusCode()).isEqualTo(status);
            assertThat(header(answer, "Content-Type")).isEqualTo("text/html;charset=UTF-8");
            assertThat(answer.body()).contains(words, "</html>");
            if (status >= 400) {
                assertThat(answer.body()).contains(header(answer, "X-Request-Id"));
                assertThat(answer.body()).doesNotContain("Exception", "Broken on purpose");
            }
        }
    }

    @Test
    void aPagesScriptGetsASentence() throws Exception {
        var answer = get("/style/fail/refused", "HX-Request", "true");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(header(answer, "Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(answer.body()).isEqualTo("This slot was just taken.");
    }

    @Test
    void aProgramNeverGetsAPage() throws Exception {
        for (var path : List.of("/api/v1/broken", "/api/v1/nowhere")) {
            var answer = get(path, "Accept", "text/html");
            assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"status\"").doesNotContain("<");
        }
    }

    @Test
    void anErrorInTheMiddleLeavesNoHalfPage() throws Exception {
        var answer = get("/style/fail/half");
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body()).contains("Something went wrong").doesNotContain("<h1>Half</h1>");
    }

    @Test
    void theRequestsNumberIsTheProxysWhenItIsPlain() throws Exception {
        assertThat(header(get("/style", "X-Request-Id", "abc-12345"), "X-Request-Id"))
                .isEqualTo("abc-12345");
        assertThat(header(get("/style", "X-Request-Id", "<script>alert"), "X-Request-Id"))
                .matches("[0-9a-f]{16}");
    }

    @Test
    void pagesAreNotKeptAndTellPartsFromWholes() throws Exception {
        var answer = get("/style");
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
        assertThat(answer.headers().allValues("Vary")).contains("HX-Request");
        assertThat(header(answer, "Content-Length")).isNotEmpty();
    }

    @Test
    void filesThatCarryAHashAreKeptForEverAndTravelZipped() throws Exception {
        var page = get("/style").body();
        var start = page.indexOf("/assets/app-");
        var path = page.substring(start, page.indexOf('"', start));
        var answer = get(path, "Accept-Encoding", "gzip");
        assertThat(header(answer, "Cache-Control"))
                .isEqualTo("max-age=31536000, public, immutable");
        assertThat(header(answer, "Content-Encoding")).isEqualTo("gzip");
        assertThat(header(answer, "Content-Type")).startsWith("text/css");
        assertThat(get("/assets.properties").statusCode()).isEqualTo(404);
    }

    @Test
    void aWriteWithoutTheTokenIsRefused() throws Exception {
        var post = request("/style/form").POST(BodyPublishers.ofString("name=x"));
        var form = post.header("Content-Type", "application/x-www-form-urlencoded").build();
        assertThat(HTTP.send(form, BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({"'', 303, /style/settings", "Android Mobile, 200, ''"})
    void settingsOpenAtTheFirstThatMayBeSeen(String agent, int status, String location)
            throws Exception {
        var answer = get("/settings", "User-Agent", agent.isEmpty() ? "Desktop" : agent);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(header(answer, "Location")).isEqualTo(location);
    }

    @Test
    void whatOneMayNotSeeIsNotInTheNavigation() throws Exception {
        assertThat(get("/style").body()).contains("Inbox").doesNotContain("Secret");
        assertThat(get("/style?out").body()).doesNotContain("Inbox");
    }

    @Test
    void thePaletteFindsPeoplePlacesAndCommands() throws Exception {
        assertThat(get("/palette?q=oko").body())
                .contains("Maya Okonkwo-Lindqvist")
                .doesNotContain("Tom");
        assertThat(get("/palette?q=inb").body()).contains("Inbox");
        assertThat(get("/palette?q=new+cus").body()).contains("New customer");
        assertThat(get("/palette?q=zzz").body()).contains("Nothing found");
        assertThat(get("/palette?q=%3Cb%3E&out").body()).doesNotContain("<b>");
    }

    private static HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) throws IOException {
        return HttpRequest.newBuilder(URI.create(StyleApp.url() + path));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
