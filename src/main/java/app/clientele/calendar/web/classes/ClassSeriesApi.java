package app.clientele.calendar.web.classes;

import app.clientele.calendar.classes.ClassPlan;
import app.clientele.calendar.classes.ClassSeries;
import app.clientele.calendar.classes.ClassSeriesDetails;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import app.clientele.site.Slices;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/**
 * Series of classes: those that come again every week. Their classes stand in the timetable eight
 * weeks ahead; where the teacher is taken by then, without one.
 */
@RestController
@RequestMapping("/api/v1/class-series")
@Tag(name = "Classes")
@Requires(Permission.APPOINTMENT_VIEW)
class ClassSeriesApi {
    private final ClassPlan plan;
    private final Input input;

    ClassSeriesApi(ClassPlan plan, Input input) {
        this.plan = plan;
        this.input = input;
    }

    /** Series that go on, or with ended those that have ended, too. */
    @GetMapping
    Page<ClassSeries> all(
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(defaultValue = "false") boolean ended,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(plan.list(branchId, ended), ClassSeries::id, cursor, limit);
    }

    /** Begins a series and plans its classes of the weeks to come. */
    @PostMapping
    ResponseEntity<ClassSeries> create(@RequestBody ClassSeriesDetails details) {
        return Answers.made("/api/v1/class-series", plan.get(plan.create(details)));
    }

    /** One series. */
    @GetMapping("/{id}")
    ResponseEntity<ClassSeries> get(@PathVariable UUID id) {
        return Answers.of(plan.get(id));
    }

    /**
     * Changes a series and its classes to come, apart from those that were changed by themselves.
     */
    @MergePatch("/{id}")
    ResponseEntity<ClassSeries> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        ClassSeriesDetails present = plan.get(id).details();
        plan.change(id, input.patch(present, patch, ClassSeriesDetails.class), version);
        return get(id);
    }

    /** Ends a series; its classes to come go, if nobody is in them. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> end(@PathVariable UUID id) {
        plan.end(id);
        return ResponseEntity.noContent().build();
    }
}
