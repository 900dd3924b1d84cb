package app.clientele.calendar.web;

import static java.util.Objects.requireNonNull;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentSeries;
import app.clientele.calendar.AppointmentSeries.Occurrence;
import app.clientele.calendar.AppointmentSeries.Wish;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Booking;
import app.clientele.calendar.Together;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused.Reason;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import app.clientele.site.View;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Visits of several services or people, and those that come again. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Appointments")
@Requires(Permission.APPOINTMENT_VIEW)
class VisitApi {
    private static final String SERIES = "/api/v1/appointment-series";

    private final Appointments appointments;
    private final AppointmentSeries series;
    private final Together together;

    VisitApi(Appointments appointments, AppointmentSeries series, Together together) {
        this.appointments = appointments;
        this.series = series;
        this.together = together;
    }

    /** Several services or guests that belong together. */
    record Visit(@NotNull @Size(min = 1, max = 50) @Nullable List<@NotNull Booking> appointments) {}

    /** What was booked together. */
    record VisitAnswer(UUID id, List<Appointment> appointments) {}

    /** One day of a series. */
    record Day(LocalDate date, Instant startsAt, boolean skipped, List<Told> reasons) {}

    /** Why it can't be booked. */
    record Told(String code, String message) {}

    /**
     * A series.
     *
     * @param id absent when nothing was booked
     * @param days all days, also those left out; none where a series is read
     * @param appointments in the order of time
     */
    record SeriesAnswer(@Nullable UUID id, List<Day> days, List<Appointment> appointments) {}

    /**
     * Books several services or guests that belong together: all of them or none. Without startsAt
     * one begins when the one before it ends.
     */
    @PostMapping("/visits")
    @ResponseStatus(HttpStatus.CREATED)
    VisitAnswer bookVisit(@RequestBody Visit visit) {
        Validation.check(visit);
        var booked = appointments.bookVisit(requireNonNull(visit.appointments()));
        return new VisitAnswer(booked.getFirst().visitId(), booked);
    }

    /** What was booked together, in the order of time. */
    @GetMapping("/visits/{id}")
    VisitAnswer visit(@PathVariable UUID id) {
        List<Appointment> parts = appointments.visit(id);
        if (parts.isEmpty()) {
            throw new NotFound("visit");
        }
        return new VisitAnswer(id, parts);
    }

    /**
     * Books a visit again and again, at the same time by the clock on the branch's wall. With
     * dryRun nothing is booked, and each day tells what stands in its way; else that refuses all,
     * unless the day is left out by choices or skipClashes.
     */
    @PostMapping("/appointment-series")
    ResponseEntity<SeriesAnswer> bookSeries(
            View view,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody Wish wish) {
        if (dryRun) {
            return ResponseEntity.ok(
                    new SeriesAnswer(null, days(view, series.preview(wish)), List.of()));
        }
        var booked = series.book(wish);
        return ResponseEntity.created(URI.create(SERIES + "/" + booked.id()))
                .body(
                        new SeriesAnswer(
                                booked.id(),
                                days(view, booked.occurrences()),
                                together.series(booked.id())));
    }

    private static List<Day> days(View view, List<Occurrence> all) {
        return all.stream()
                .map(o -> new Day(o.date(), o.startsAt(), o.skipped(), told(view, o.reasons())))
                .toList();
    }

    private static List<Told> told(View view, List<Reason> reasons) {
        return reasons.stream().map(r -> new Told(r.code(), view.reason(r))).toList();
    }

    /** A series, with those called off. */
    @GetMapping("/appointment-series/{id}")
    SeriesAnswer seriesOf(@PathVariable UUID id) {
        return new SeriesAnswer(id, List.of(), together.series(id));
    }
}
