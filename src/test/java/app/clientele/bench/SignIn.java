package app.clientele.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Signs in as the owner of the business that is measured. */
final class SignIn {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** The value of the Cookie header that shows who one is. */
    String cookie() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(send(HttpRequest.newBuilder()).body());
        if (!token.find()) {
            throw new IllegalStateException("The sign-in page has no token");
        }
        String form =
                "_csrf=%s&email=%s&password=%s"
                        .formatted(
                                encoded(token.group(1)),
                                encoded(BenchHome.email(0)),
                                encoded(BenchHome.PASSWORD));
        HttpResponse<String> answer =
                send(
                        HttpRequest.newBuilder()
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("Signing in answered " + answer.statusCode());
        }
        return header();
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        request.uri(URI.create(Server.ADDRESS + "/sign-in"));
        if (!cookies.isEmpty()) {
            request.header("Cookie", header());
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            cookies.put(pair[0], pair[1]);
        }
        return answer;
    }

    private String header() {
        return cookies.entrySet().stream()
                .map(c -> c.getKey() + "=" + c.getValue())
                .collect(Collectors.joining("; "));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
