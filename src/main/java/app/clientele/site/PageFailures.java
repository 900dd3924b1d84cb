package app.clientele.site;

import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** Gives a page's refusals and failures their status; {@link ErrorPages} then finds the words. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class PageFailures implements HandlerExceptionResolver {
    private static final Logger log = LoggerFactory.getLogger(PageFailures.class);
    private static final String FOREIGN_KEY = "23503";
    private static final String NO_SUCH_CHARACTER = "22021";

    private static final String ATTRIBUTE = PageFailures.class.getName();
    private static final String GONE = Gone.class.getName();

    private final ObjectProvider<Moved> moved;
    private final ObjectProvider<Gone> gone;

    PageFailures(ObjectProvider<Moved> moved, ObjectProvider<Gone> gone) {
        this.moved = moved;
        this.gone = gone;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception failure) {
        if (failure instanceof AccessDeniedException
                || failure instanceof AuthenticationException) {
            return null; // the security filter sends people to sign in
        }
        if (status(failure) == HttpStatus.NOT_FOUND) {
            var remains =
                    gone.stream().flatMap(g -> g.at(request.getRequestURI()).stream()).findFirst();
            if (remains.isPresent()) {
                request.setAttribute(GONE, remains.get());
                send(response, HttpStatus.GONE);
                return new ModelAndView();
            }
        }
        var place =
                status(failure) == HttpStatus.NOT_FOUND
                        ? place(request)
                        : Optional.<Moved.Place>empty();
        if (place.isPresent()) {
            if (place.get().follows()) {
                lead(place.get(), request, response);
            } else {
                request.setAttribute(ATTRIBUTE, place.get());
                send(response, HttpStatus.CONFLICT);
            }
            return new ModelAndView();
        }
        var status = status(failure);
        if (status.is5xxServerError()) {
            log.error("{} {} failed", request.getMethod(), request.getRequestURI(), failure);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            Unavailable.tell(response);
        }
        request.setAttribute(ATTRIBUTE, failure);
        send(response, status);
        return new ModelAndView();
    }

    private Optional<Moved.Place> place(HttpServletRequest request) {
        return moved.stream()
                .flatMap(m -> m.from(request.getMethod(), request.getRequestURI()).stream())
                .findFirst();
    }

    /** What was typed goes along: the browser sends it again (307). */
    private static void lead(
            Moved.Place place, HttpServletRequest request, HttpServletResponse response) {
        boolean read = "GET".equals(request.getMethod());
        String query = request.getQueryString();
        Flash.leave(place.toast(), response);
        response.setHeader(HttpHeaders.LOCATION, place.path() + (query == null ? "" : "?" + query));
        response.setStatus((read ? HttpStatus.SEE_OTHER : HttpStatus.TEMPORARY_REDIRECT).value());
    }

    /** What remains of what was at this address, when it was erased. */
    static Optional<Gone.Remains> remains(HttpServletRequest request) {
        return Optional.ofNullable((Gone.Remains) request.getAttribute(GONE));
    }

    /** The words of a rule that was broken, when that is why the page failed. */
    static Optional<String> reason(View view, HttpServletRequest request) {
        return switch (request.getAttribute(ATTRIBUTE)) {
            case Refused refused -> Optional.of(sentences(view, refused));
            case Invalid invalid -> Optional.of(sentences(view, invalid));
            case Moved.Place place ->
                    Optional.of(view.t(place.toast().key(), place.toast().args().toArray()));
            case null, default -> Optional.empty();
        };
    }

    /** Whether a rule stood in the way, and nobody else's change. */
    static boolean isRefused(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Refused;
    }

    /** Where what was asked for may be asked for again. */
    static Optional<String> elsewhere(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Moved.Place place
                ? Optional.of(place.path())
                : Optional.empty();
    }

    private static String sentences(View view, Refused refused) {
        return refused.reasons().stream().map(view::reason).collect(Collectors.joining(" "));
    }

    private static String sentences(View view, Invalid invalid) {
        return invalid.problems().stream().map(view::problem).collect(Collectors.joining(" "));
    }

    private static HttpStatus status(Exception failure) {
        return switch (failure) {
            case NotFound e -> HttpStatus.NOT_FOUND;
            case DataIntegrityViolationException e when isOrphan(e) -> HttpStatus.NOT_FOUND;
            case DataIntegrityViolationException e when isUnstorable(e) -> HttpStatus.BAD_REQUEST;
            case NotAllowed e -> HttpStatus.FORBIDDEN;
            case Refused e -> HttpStatus.CONFLICT;
            case Stale e -> HttpStatus.CONFLICT;
            case Invalid e -> HttpStatus.UNPROCESSABLE_CONTENT;
            case InvalidParameterException e -> HttpStatus.BAD_REQUEST; // %ff, say
            case DataAccessResourceFailureException e -> HttpStatus.SERVICE_UNAVAILABLE;
            case CannotCreateTransactionException e -> HttpStatus.SERVICE_UNAVAILABLE;
            default -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }

    /** Whether what a row was to hang on has gone: merged away while it was written, say. */
    static boolean isOrphan(DataIntegrityViolationException failure) {
        return has(failure, FOREIGN_KEY);
    }

    /** Whether a text that was only searched for holds what no text of the database can: NUL. */
    static boolean isUnstorable(DataIntegrityViolationException failure) {
        return has(failure, NO_SUCH_CHARACTER);
    }

    private static boolean has(DataIntegrityViolationException failure, String state) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && state.equals(cause.getSQLState());
    }

    private static void send(HttpServletResponse response, HttpStatus status) {
        try {
            response.sendError(status.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
