package app.clientele.site;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** The request and response as the page needs them. */
final class Exchange {
    static final Set<String> THEMES = Set.of("light", "dark", "system");
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Map<String, Object> triggers = new LinkedHashMap<>();

    Exchange(HttpServletRequest request, HttpServletResponse response) {
        this.request = request;
        this.response = response;
    }

    @Nullable Viewer viewer() {
        return (Viewer) request.getAttribute(Viewer.ATTRIBUTE);
    }

    String path() {
        return request.getRequestURI();
    }

    String requestId() {
        return RequestIds.of(request);
    }

    /** Boosted links and restored history want the whole page although htmx asks. */
    boolean htmx() {
        return "true".equals(request.getHeader("HX-Request"))
                && request.getHeader("HX-Boosted") == null
                && request.getHeader("HX-History-Restore-Request") == null;
    }

    String theme() {
        var chosen = cookie("theme");
        if (chosen != null && THEMES.contains(chosen)) {
            return chosen;
        }
        var viewer = viewer();
        return viewer == null ? "system" : viewer.theme();
    }

    /** A choice in the address is kept on the device: the next page may not have it. */
    Locale language(List<String> tags) {
        PublicLanguage.inAddress(request)
                .filter(PublicLanguage.offered(tags)::contains)
                .ifPresent(this::keep);
        return PublicLanguage.of(request, tags);
    }

    private void keep(String language) {
        var cookie = ResponseCookie.from(PublicLanguage.NAME, language).path("/").httpOnly(true);
        var kept = cookie.sameSite("Lax").maxAge(Duration.ofDays(400)).build();
        response.addHeader(HttpHeaders.SET_COOKIE, kept.toString());
    }

    @Nullable String languageInAddress() {
        return PublicLanguage.inAddress(request).orElse(null);
    }

    @Nullable String pathIn(String language) {
        if (!"GET".equals(request.getMethod())) {
            return null;
        }
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(PublicLanguage.NAME, language)
                .replaceQueryParam("new")
                .build()
                .toUriString();
    }

    @Nullable CsrfToken csrf() {
        return (CsrfToken) request.getAttribute(CsrfToken.class.getName());
    }

    void status(HttpStatus status) {
        response.setStatus(status.value());
    }

    /** Headers carry Latin-1 only, so the names of guests travel escaped. */
    void trigger(String event, Object detail) {
        triggers.put(event, detail);
        response.setHeader("HX-Trigger", ASCII.writeValueAsString(triggers));
    }

    void flash(Toast toast) {
        Flash.leave(toast, response);
    }

    @Nullable Toast takeFlash() {
        var left = cookie(Flash.COOKIE);
        return left == null ? null : Flash.take(left, response);
    }

    private @Nullable String cookie(String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }
}
