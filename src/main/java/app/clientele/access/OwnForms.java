package app.clientele.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfFilter;

/** Forms that a browser says come from our own pages; another site can't make it say so. */
final class OwnForms {
    private OwnForms() {}

    /** Whether a request changes something and must prove by a token where it comes from. */
    static boolean needToken(HttpServletRequest request) {
        return CsrfFilter.DEFAULT_CSRF_MATCHER.matches(request) && !isOwn(request);
    }

    /**
     * A proxy may answer for us at another port; it tells us the name if it is set up as we say.
     */
    private static boolean isOwn(HttpServletRequest request) {
        URI origin = origin(request.getHeader(HttpHeaders.ORIGIN));
        return origin != null
                && request.getServerName().equalsIgnoreCase(origin.getHost())
                && (origin.getPort() == -1 || origin.getPort() == request.getServerPort());
    }

    private static @Nullable URI origin(@Nullable String header) {
        try {
            return header == null ? null : URI.create(header);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
