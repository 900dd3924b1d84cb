package app.clientele.ledger.gifts;

import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Too many codes were tried that do not exist (429). */
public final class TooManyCodes extends ResponseStatusException {
    private final long seconds;

    TooManyCodes(Duration wait) {
        super(HttpStatus.TOO_MANY_REQUESTS, "Too many codes were tried that do not exist");
        this.seconds = Math.max(1, wait.toSeconds());
    }

    /** How long to wait. */
    public long seconds() {
        return seconds;
    }

    @Override
    public HttpHeaders getHeaders() {
        var headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        return headers;
    }
}
