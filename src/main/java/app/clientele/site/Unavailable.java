package app.clientele.site;

import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

/** Tells whoever asks while the database is away or busy when to ask again. */
public final class Unavailable {
    /** Seconds after which it is likely to be back. */
    static final String FOR = "5";

    private Unavailable() {}

    public static void tell(HttpServletResponse response) {
        response.setHeader(HttpHeaders.RETRY_AFTER, FOR);
    }
}
