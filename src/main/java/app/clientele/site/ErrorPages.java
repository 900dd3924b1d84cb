package app.clientele.site;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What is shown when a request fails: what happened, what was kept, what to do, and the request's
 * id. Programs get a problem document, a page's own scripts a sentence, people a page.
 */
@Controller
class ErrorPages implements ErrorController {
    private static final Set<Integer> WORDED =
            Set.of(401, 403, 404, 409, 410, 413, 422, 429, 500, 503);

    private static final Set<Integer> OUTSIDE = Set.of(403, 404, 429, 503);

    private final Templates templates;

    ErrorPages(Templates templates) {
        this.templates = templates;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    Object show(View view, HttpServletRequest request) {
        var status = status(request);
        if (forProgram(request)) {
            return problem(status, request);
        }
        var remains = PageFailures.remains(request);
        if (remains.isPresent() && !view.htmx()) {
            return view.status(status, remains.get().page().apply(view));
        }
        var words = "site.error." + worded(status);
        var text =
                remains.map(r -> r.sentence().apply(view))
                        .or(() -> PageFailures.reason(view, request))
                        .orElseGet(() -> view.t(words + ".text"));
        if (view.htmx()) {
            return ResponseEntity.status(status)
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body(text);
        }
        if (view.viewer() == null && PublicLanguage.isPublic(request)) {
            return view.status(status, outside(view, status, request));
        }
        return view.status(
                status,
                templates.siteError(
                        view,
                        view.t(PageFailures.isRefused(request) ? "site.error.refused" : words),
                        text,
                        PageFailures.elsewhere(request).orElse(null)));
    }

    /** For customers: they have no role, no search and no start page. */
    private JteModel outside(View view, HttpStatus status, HttpServletRequest request) {
        int other = status.is5xxServerError() ? 500 : 400;
        int known = OUTSIDE.contains(status.value()) ? status.value() : other;
        String words = "site.outside." + known;
        String back = back(PublicLanguage.path(request), status);
        return templates.siteOutside(view, view.t(words), view.t(words + ".text"), back);
    }

    /** The business's page, unless that is what could not be found. */
    private static @Nullable String back(String path, HttpStatus status) {
        String[] parts = path.split("/");
        boolean below = parts.length > 3 || parts.length == 3 && status != HttpStatus.NOT_FOUND;
        return below && parts[1].equals("book") ? "/book/" + parts[2] : null;
    }

    /** About the path that was asked for, not the one errors are sent to. */
    private static ResponseEntity<ProblemDetail> problem(
            HttpStatus status, HttpServletRequest request) {
        var problem = ProblemDetail.forStatusAndDetail(status, status.getReasonPhrase());
        Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .map(path -> URI.create(String.valueOf(path)))
                .ifPresent(problem::setInstance);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpStatus status(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code))
                .orElse(HttpStatus.NOT_FOUND);
    }

    private static boolean forProgram(HttpServletRequest request) {
        var path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        var accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        return path.startsWith("/api/")
                || path.startsWith("/actuator")
                || (accept.contains("json") && !accept.contains("html"));
    }

    private static int worded(HttpStatus status) {
        if (WORDED.contains(status.value())) {
            return status.value();
        }
        return status.is5xxServerError() ? 500 : 400;
    }
}
