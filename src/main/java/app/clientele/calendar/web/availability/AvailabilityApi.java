package app.clientele.calendar.web.availability;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import app.clientele.calendar.availability.Availability;
import app.clientele.calendar.availability.Availability.FreeDay;
import app.clientele.calendar.availability.FreeVisits;
import app.clientele.calendar.availability.Search;
import app.clientele.calendar.availability.VisitSearch;
import app.clientele.calendar.availability.VisitSearch.Leg;
import app.clientele.shared.Invalid;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    /** A visit that is looked for. */
    record Wanted(
            @NotNull @Nullable UUID branchId,
            @NotNull @Nullable LocalDate date,
            @Nullable LocalDate to,
            @NotNull @Size(min = 1, max = 20) @Nullable List<@NotNull @Valid Part> parts) {}

    /**
     * A part of it.
     *
     * @param atStart whether it begins with the visit rather than when the part before it ends
     */
    record Part(
            @NotNull @Nullable UUID serviceId,
            @Nullable UUID staffId,
            @Min(1) @Max(1440) @Nullable Integer minutes,
            boolean atStart) {
        Leg leg() {
            return new Leg(serviceId, staffId, minutes, atStart, List.of(), Set.of());
        }
    }

    /**
     * The starts at which a whole visit fits, from now on, for each day from date to to: several
     * services in a row, or for several people at once, each start with who would do which part.
     */
    @PostMapping("/visits")
    @Requires(Permission.APPOINTMENT_VIEW)
    Page<FreeVisits.Day> visits(@RequestBody Wanted wanted) {
        Validation.check(wanted);
        LocalDate date = requireNonNull(wanted.date());
        var search =
                new VisitSearch(
                        wanted.branchId(),
                        requireNonNull(wanted.parts()).stream().map(Part::leg).toList(),
                        date,
                        requireNonNullElse(wanted.to(), date),
                        Search.QUARTER,
                        clock.instant(),
                        Set.of());
        return new Page<>(availability.visits(search), null);
    }
}
