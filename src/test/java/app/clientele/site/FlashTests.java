package app.clientele.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * A toast over a redirect; the cookie comes back from a browser that anybody may have tampered
 * with.
 */
class FlashTests {
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void aToastSurvivesTheRedirect() {
        var toast = Toast.of("customers.saved", "Mäya ☂ <b>", 3).undo("/undo/aB_9-x");
        Flash.leave(toast, response);
        var cookie = requireNonNull(response.getCookie(Flash.COOKIE));
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getMaxAge()).isEqualTo(60);
        assertThat(Flash.take(cookie.getValue(), new MockHttpServletResponse())).isEqualTo(toast);
    }

    @Test
    void itIsShownOnce() {
        Flash.take("", response);
        assertThat(requireNonNull(response.getCookie(Flash.COOKIE)).getMaxAge()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"key\":\"a\",\"args\":[],\"undo\":\"/customers/1/erase\"}",
                "{\"key\":\"x\\n2026 INFO forged\",\"args\":[]}",
                "{\"key\":\"a\",\"args\":[],\"undo\":\"/undo/../customers\"}",
                "{\"key\":\"a\",\"args\":[],\"undo\":\"//evil.example\"}",
                "{\"key\":null,\"args\":[]}",
                "{\"key\":\"a\"}",
                "null",
                "[1]",
                "nonsense"
            })
    void aForgedOneIsDropped(String json) {
        var value = Base64.getUrlEncoder().encodeToString(json.getBytes(UTF_8));
        assertThat(Flash.take(value, response)).isNull();
    }

    @Test
    void whatIsNotEvenBase64IsDropped() {
        assertThat(Flash.take("{}%", response)).isNull();
    }
}
