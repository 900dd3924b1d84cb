package app.clientele.site;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries a toast over a redirect in a short-lived cookie. It holds a message key and values shown
 * escaped, and an undo token; a forged one can neither run anything nor name another path.
 */
final class Flash {
    static final String COOKIE = "flash";
    private static final Pattern UNDO = Pattern.compile("/undo/[A-Za-z0-9_-]{1,128}");
    private static final Pattern KEY = Pattern.compile("[a-zA-Z0-9_.-]{1,100}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Flash() {}

    static void leave(Toast toast, HttpServletResponse response) {
        var json = JSON.writeValueAsString(toast).getBytes(StandardCharsets.UTF_8);
        var value = Base64.getUrlEncoder().withoutPadding().encodeToString(json);
        set(value, Duration.ofMinutes(1), response);
    }

    static @Nullable Toast take(String value, HttpServletResponse response) {
        set("", Duration.ZERO, response);
        try {
            var toast = JSON.readValue(Base64.getUrlDecoder().decode(value), Toast.class);
            return trusted(toast) ? toast : null;
        } catch (IllegalArgumentException | JacksonException forged) {
            return null;
        }
    }

    private static boolean trusted(@Nullable Toast toast) {
        return toast != null
                && toast.key() != null
                && KEY.matcher(toast.key()).matches()
                && toast.args() != null
                && (toast.undo() == null || UNDO.matcher(toast.undo()).matches());
    }

    private static void set(String value, Duration age, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, value).path("/").httpOnly(true);
        response.addHeader(
                HttpHeaders.SET_COOKIE, cookie.sameSite("Lax").maxAge(age).build().toString());
    }
}
