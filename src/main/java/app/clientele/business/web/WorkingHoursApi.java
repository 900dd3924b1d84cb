package app.clientele.business.web;

import app.clientele.business.OpeningHours.DatedHours;
import app.clientele.business.OpeningHours.DatedHoursDetails;
import app.clientele.business.OpeningHours.WeeklyHours;
import app.clientele.business.Week;
import app.clientele.business.WorkingHours;
import app.clientele.shared.Page;
import app.clientele.site.Answers;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** When a colleague works at a branch, by its clock. */
@RestController
@RequestMapping("/api/v1/staff/{id}/working-hours/{branch}")
@Tag(name = "Staff")
class WorkingHoursApi {
    private final WorkingHours hours;
    private final Input input;
    private final Clock clock;

    WorkingHoursApi(WorkingHours hours, Input input, Clock clock) {
        this.hours = hours;
        this.input = input;
        this.clock = clock;
    }

    /** The hours of any week. */
    @GetMapping
    ResponseEntity<WeeklyHours> week(@PathVariable UUID id, @PathVariable UUID branch) {
        return Answers.of(hours.week(id, branch));
    }

    /** Changes the hours of any week; where none were said yet, If-Match is "0". */
    @MergePatch
    ResponseEntity<WeeklyHours> change(
            @PathVariable UUID id,
            @PathVariable UUID branch,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        hours.change(
                id, branch, input.patch(hours.week(id, branch).week(), patch, Week.class), version);
        return week(id, branch);
    }

    /** The dates that differ, from today (UTC) or from another day on. */
    @GetMapping("/dates")
    Page<DatedHours> dates(
            @PathVariable UUID id,
            @PathVariable UUID branch,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate from) {
        LocalDate first = from == null ? LocalDate.now(clock) : from;
        return new Page<>(hours.dates(id, branch, first), null);
    }

    /** Other hours on a date; no hours at all is closed, or a day away. */
    @PutMapping("/dates/{day}")
    ResponseEntity<Void> setDate(
            @PathVariable UUID id,
            @PathVariable UUID branch,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day,
            @RequestBody DatedHoursDetails details) {
        hours.setDate(id, branch, day, details);
        return ResponseEntity.noContent().build();
    }

    /** Lets a date be as in any week again. */
    @DeleteMapping("/dates/{day}")
    ResponseEntity<Void> removeDate(
            @PathVariable UUID id,
            @PathVariable UUID branch,
            @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        hours.removeDate(id, branch, day);
        return ResponseEntity.noContent().build();
    }
}
