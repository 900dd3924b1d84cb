package app.clientele.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The cookie that carries a session's secret; bound to the host by its name wherever the connection
 * is encrypted.
 */
public final class SessionCookie {
    private static final String PLAIN = "clientele";
    private static final String SECURE = "__Host-clientele";

    private SessionCookie() {}

    public static Optional<String> read(HttpServletRequest request) {
        String name = name(request);
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(c -> c.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    public static void write(
            HttpServletRequest request, HttpServletResponse response, String token) {
        send(request, response, token, Sessions.LIFE);
    }

    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        send(request, response, "", Duration.ZERO);
    }

    private static void send(
            HttpServletRequest request, HttpServletResponse response, String value, Duration age) {
        ResponseCookie cookie =
                ResponseCookie.from(name(request), value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE : PLAIN;
    }
}
