package app.clientele.site;

import app.clientele.shared.Invalid;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Stale;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.databind.DatabindException;

/** Tells the API's callers what went wrong, as problem details (RFC 9457). */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ApiErrors.class);

    private final Texts texts;
    private final ObjectProvider<Moved> moved;
    private final ObjectProvider<Gone> gone;

    ApiErrors(Texts texts, ObjectProvider<Moved> moved, ObjectProvider<Gone> gone) {
        this.texts = texts;
        this.moved = moved;
        this.gone = gone;
    }

    /** A field and what is wrong with it, as the API tells it. */
    record FieldMessage(String field, String code, String message) {}

    /**
     * A reason for a refusal, as the API tells it.
     *
     * @param about which of several things it is about, where there are several
     */
    record ReasonMessage(
            String code,
            String message,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String about) {}

    /**
     * What is elsewhere by now is answered from there, and says so; writes are sent there where
     * that is safe, and refused otherwise.
     */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> notFound(
            NotFound e, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var remains =
                gone.stream().flatMap(g -> g.at(request.getRequestURI()).stream()).findFirst();
        if (remains.isPresent()) {
            return ResponseEntity.of(erased(remains.get())).build();
        }
        Moved.Place place = place(request);
        if (place == null) {
            return ResponseEntity.of(problem(HttpStatus.NOT_FOUND, e.getMessage())).build();
        }
        if (!"GET".equals(request.getMethod())) {
            return elsewhere(place);
        }
        response.setHeader(HttpHeaders.CONTENT_LOCATION, place.path());
        request.getRequestDispatcher(place.path()).forward(request, response);
        return null;
    }

    /** What something was to hang on went while the request was under way. */
    @ExceptionHandler
    @Nullable ResponseEntity<ProblemDetail> broken(
            DataIntegrityViolationException e,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        if (PageFailures.isOrphan(e)) {
            return notFound(new NotFound("record"), request, response);
        }
        if (PageFailures.isUnstorable(e)) {
            return ResponseEntity.of(
                            problem(HttpStatus.BAD_REQUEST, "A parameter holds a NUL character"))
                    .build();
        }
        return ResponseEntity.of(unexpected(e)).build();
    }

    private static ProblemDetail erased(Gone.Remains remains) {
        ProblemDetail problem = problem(HttpStatus.GONE, "It was erased");
        problem.setType(URI.create("urn:clientele:erased"));
        remains.facts().forEach(problem::setProperty);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> elsewhere(Moved.Place place) {
        HttpStatus status = place.follows() ? HttpStatus.TEMPORARY_REDIRECT : HttpStatus.CONFLICT;
        return ResponseEntity.status(status)
                .location(URI.create(place.path()))
                .body(problem(status, "It is part of another by now"));
    }

    private Moved.@Nullable Place place(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.FORWARD
                ? null
                : moved.stream()
                        .flatMap(m -> m.from(request.getMethod(), request.getRequestURI()).stream())
                        .findFirst()
                        .orElse(null);
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed e) {
        String missing =
                Arrays.stream(e.missing())
                        .map(Permission::wireName)
                        .collect(Collectors.joining(", "));
        return problem(HttpStatus.FORBIDDEN, "This key lacks the scope: " + missing);
    }

    @ExceptionHandler
    ProblemDetail invalid(Invalid e) {
        ProblemDetail problem =
                problem(HttpStatus.UNPROCESSABLE_CONTENT, "Some fields can't be taken");
        problem.setProperty(
                "errors",
                e.problems().stream()
                        .map(p ->
                                new FieldMessage(
                                        p.field(), p.code(), text("invalid.", p.code(), p.args())))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(Refused e) {
        List<ReasonMessage> reasons =
                e.reasons().stream()
                        .map(r ->
                                new ReasonMessage(
                                        r.code(), text("refused.", r.code(), r.args()), r.about()))
                        .toList();
        ProblemDetail problem = problem(HttpStatus.CONFLICT, reasons.getFirst().message());
        problem.setType(URI.create("urn:clientele:refused:" + reasons.getFirst().code()));
        problem.setProperty("reasons", reasons);
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stale(Stale e) {
        ProblemDetail problem =
                problem(HttpStatus.PRECONDITION_FAILED, "The record changed since it was read");
        problem.setProperty("changed", e.clashes());
        return ResponseEntity.status(HttpStatus.PRECONDITION_FAILED)
                .header(HttpHeaders.ETAG, Etag.of(e.version()))
                .body(problem);
    }

    @ExceptionHandler
    ProblemDetail mismatch(MethodArgumentTypeMismatchException e) {
        boolean inPath =
                e.getParameter()
                        .hasParameterAnnotation(
                                org.springframework.web.bind.annotation.PathVariable.class);
        return inPath
                ? problem(HttpStatus.NOT_FOUND, "No such " + e.getName())
                : invalid(new Invalid(e.getName(), "format"));
    }

    @ExceptionHandler
    ProblemDetail unreadable(InvalidParameterException e) {
        return problem(HttpStatus.BAD_REQUEST, "A parameter is not readable as UTF-8");
    }

    /** The database is away or busy: nothing is wrong with the request. */
    @ExceptionHandler({
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class
    })
    ResponseEntity<ProblemDetail> unavailable(Exception e) {
        LOG.error("API request failed", e);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, Unavailable.FOR)
                .body(problem(HttpStatus.SERVICE_UNAVAILABLE, "Try again in a moment"));
    }

    @ExceptionHandler
    ProblemDetail unexpected(Exception e) {
        LOG.error("API request failed", e);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side");
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        if (e.getCause() instanceof DatabindException bind) {
            return ResponseEntity.unprocessableContent().body(invalid(Input.invalid(bind)));
        }
        return ResponseEntity.badRequest()
                .body(problem(HttpStatus.BAD_REQUEST, "The body is not readable JSON"));
    }

    private String text(String prefix, String code, List<Object> args) {
        return texts.text(Locale.ENGLISH, prefix + code, args.toArray());
    }

    private static ProblemDetail problem(HttpStatus status, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("about:blank"));
        problem.setTitle(status.getReasonPhrase());
        problem.setDetail(detail);
        return problem;
    }
}
