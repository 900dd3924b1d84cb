package app.clientele.business.web;

import app.clientele.business.TimeOff;
import app.clientele.business.TimeOff.Absence;
import app.clientele.business.TimeOff.AbsenceDetails;
import app.clientele.shared.Page;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When a colleague can't be booked, whatever their hours. */
@RestController
@RequestMapping("/api/v1/staff/{id}/time-off")
@Tag(name = "Staff")
class TimeOffApi {
    private final TimeOff timeOff;
    private final Clock clock;

    TimeOffApi(TimeOff timeOff, Clock clock) {
        this.timeOff = timeOff;
        this.clock = clock;
    }

    /** Absences that end after a moment, or after now. */
    @GetMapping
    Page<Absence> all(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable Instant endingAfter) {
        return new Page<>(
                timeOff.of(id, endingAfter == null ? clock.instant() : endingAfter), null);
    }

    /** Adds an absence. */
    @PostMapping
    ResponseEntity<Absence> add(@PathVariable UUID id, @RequestBody AbsenceDetails details) {
        Absence added = timeOff.get(id, timeOff.add(id, details));
        return ResponseEntity.created(URI.create("/api/v1/staff/" + id + "/time-off/" + added.id()))
                .body(added);
    }

    /** One absence. */
    @GetMapping("/{absence}")
    Absence get(@PathVariable UUID id, @PathVariable UUID absence) {
        return timeOff.get(id, absence);
    }

    /** Takes an absence back. */
    @DeleteMapping("/{absence}")
    ResponseEntity<Void> remove(@PathVariable UUID id, @PathVariable UUID absence) {
        timeOff.remove(id, absence);
        return ResponseEntity.noContent().build();
    }
}
