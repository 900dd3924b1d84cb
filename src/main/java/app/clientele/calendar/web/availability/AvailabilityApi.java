package app.clientele.calendar.web.availability;

import static java.util.Objects.requireNonNullElse;

import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.availability.Availability.FreeDay;
import app.clientele.calendar.availability.Search;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When a service can be had. */
@RestController
@RequestMapping("/api/v1/availability")
@Tag(name = "Availability")
class AvailabilityApi {
    private final Availability availability;
    private final Clock clock;

    AvailabilityApi(Availability availability, Clock clock) {
        this.availability = availability;
        this.clock = clock;
    }

    /**
     * The free starts of a service at a branch, from now on, for each day from date to to (62 at
     * most; without to, that one day) by the branch's clock: each start, every quarter of an hour,
     * with those who are free then. With staffId only theirs; with minutes for another length than
     * the usual one.
     */
    @GetMapping
    @Requires(Permission.APPOINTMENT_VIEW)
    Page<FreeDay> free(
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable UUID serviceId,
            @RequestParam(required = false) @Nullable UUID staffId,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE)
                    @Nullable LocalDate date,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Integer minutes) {
        if (date == null) {
            throw new Invalid("date", "required");
        }
        var search =
                new Search(
                        branchId,
                        serviceId,
                        staffId,
                        date,
                        requireNonNullElse(to, date),
                        minutes,
                        Search.QUARTER,
                        clock.instant(),
                        List.of(),
                        Set.of(),
                        Set.of());
        return new Page<>(availability.free(search), null);
    }
}
