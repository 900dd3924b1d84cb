package app.clientele;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Base64;

/** A browser without a screen: sends cookies and forms, follows no redirect. */
public record PageClient(String url, String session) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String TOKEN = "7d0f3ac2-5f0c-4f0e-9d1b-2f6a0c1d9e55";

    /** A browser nobody has signed in with. */
    public static PageClient stranger() {
        return new PageClient(Cast.url(), "");
    }

    public Answer get(String path) {
        return ApiClient.exchange(HTTP, request(path).build());
    }

    /** The same with a browser that asks for these languages. */
    public Answer get(String path, String languages) {
        return ApiClient.exchange(HTTP, request(path).header("Accept-Language", languages).build());
    }

    /** What a page's own scripts fetch: a part, not the whole. */
    public Answer part(String path) {
        return ApiClient.exchange(HTTP, request(path).header("HX-Request", "true").build());
    }

    /** Sends a form: {@code post("/settings/tags", "name", "VIP", "colour", "red")}. */
    public Answer post(String path, String... namesAndValues) {
        return ApiClient.exchange(HTTP, form(path, namesAndValues).build());
    }

    /** Sends a form as a page's own scripts do. */
    public Answer postPart(String path, String... namesAndValues) {
        return ApiClient.exchange(
                HTTP, form(path, namesAndValues).header("HX-Request", "true").build());
    }

    /** Sends a form with a file in it. */
    public Answer upload(String path, String field, String fileName, String content) {
        return upload(path, field, fileName, content.getBytes(UTF_8));
    }

    /** Sends a form with a file in it. */
    public Answer upload(String path, String field, String fileName, byte[] content) {
        var form = Multipart.of(field, fileName, content).with("_csrf", masked());
        return ApiClient.exchange(
                HTTP,
                request(path).header("Content-Type", form.type()).POST(form.publisher()).build());
    }

    private HttpRequest.Builder form(String path, String... namesAndValues) {
        var body = new StringBuilder("_csrf=").append(masked());
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append('&').append(URLEncoder.encode(namesAndValues[i], UTF_8));
            body.append('=').append(URLEncoder.encode(namesAndValues[i + 1], UTF_8));
        }
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Accept", "text/html")
                .header("Cookie", "clientele=" + session + "; clientele-csrf=" + TOKEN);
    }

    /** The token as a page would hold it: a mask (here of zeros) before the masked bytes. */
    private static String masked() {
        byte[] both = new byte[2 * TOKEN.length()];
        System.arraycopy(TOKEN.getBytes(US_ASCII), 0, both, TOKEN.length(), TOKEN.length());
        return Base64.getUrlEncoder().encodeToString(both);
    }
}
