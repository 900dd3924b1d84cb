package app.clientele.calendar.web.classes;

import app.clientele.calendar.classes.ClassSession;
import app.clientele.calendar.classes.ClassSessionDetails;
import app.clientele.calendar.classes.ClassSessions;
import app.clientele.calendar.classes.ClassSessions.Calling;
import app.clientele.calendar.classes.ClassSessions.Search;
import app.clientele.calendar.classes.Scope;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.Limits;
import app.clientele.site.MergePatch;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The timetable: classes on their days, with how many are in them and wait. */
@RestController
@RequestMapping("/api/v1/class-sessions")
@Tag(name = "Classes")
@Requires(Permission.APPOINTMENT_VIEW)
class ClassSessionApi {
    private final ClassSessions sessions;
    private final Input input;

    ClassSessionApi(ClassSessions sessions, Input input) {
        this.sessions = sessions;
        this.input = input;
    }

    /** Classes in the order of time; with from and until those that begin between two moments. */
    @GetMapping
    Page<ClassSession> all(
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable UUID kindId,
            @RequestParam(required = false) @Nullable UUID staffId,
            @RequestParam(required = false) @Nullable UUID seriesId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "false") boolean cancelled,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var search = new Search(branchId, kindId, staffId, seriesId, from, until, cancelled);
        return sessions.list(search, cursor, Limits.of(limit));
    }

    /** Plans a class that comes once. */
    @PostMapping
    ResponseEntity<ClassSession> create(@RequestBody ClassSessionDetails details) {
        return Answers.made("/api/v1/class-sessions", sessions.create(details));
    }

    /** One class on its day. */
    @GetMapping("/{id}")
    ResponseEntity<ClassSession> get(@PathVariable UUID id) {
        return Answers.of(sessions.get(id));
    }

    /**
     * Moves a class, gives it another teacher, room or number of places: this one alone, or with
     * scope=later the later ones of its series as well.
     */
    @MergePatch("/{id}")
    ResponseEntity<ClassSession> change(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "this") Scope scope,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        ClassSessionDetails present = sessions.get(id).details();
        var details = input.patch(present, patch, ClassSessionDetails.class);
        return Answers.of(sessions.change(id, details, scope, version));
    }

    /** Calls a class off and writes to everybody in it, unless silent. */
    @PostMapping("/{id}/cancellation")
    ResponseEntity<ClassSession> cancel(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Calling calling) {
        var said = calling == null ? new Calling(null, Scope.THIS, false) : calling;
        return Answers.of(sessions.cancel(id, said));
    }
}
