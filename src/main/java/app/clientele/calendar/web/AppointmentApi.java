package app.clientele.calendar.web;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentDetails;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Appointments.Cancellation;
import app.clientele.calendar.Appointments.Search;
import app.clientele.calendar.Booking;
import app.clientele.calendar.Move;
import app.clientele.calendar.Scope;
import app.clientele.calendar.Together;
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
import java.util.Set;
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

/**
 * Appointments: who comes when, for what and to whom. Nobody is booked twice at one time; what
 * forbids a booking is told as reasons.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Appointments")
@Requires(Permission.APPOINTMENT_VIEW)
class AppointmentApi {
    private static final String PATH = "/api/v1/appointments";

    private final Appointments appointments;
    private final Together together;
    private final Input input;

    AppointmentApi(Appointments appointments, Together together, Input input) {
        this.appointments = appointments;
        this.together = together;
        this.input = input;
    }

    /**
     * Appointments in the order of time. With from and until those that begin from one moment on
     * and before another, with updatedSince those changed then or later.
     */
    @GetMapping("/appointments")
    Page<Appointment> all(
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable UUID staffId,
            @RequestParam(defaultValue = "") Set<AppointmentStatus> status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Instant updatedSince,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var search =
                new Search(customerId, branchId, staffId, status, from, until, updatedSince, false);
        return appointments.list(search, cursor, Limits.of(limit));
    }

    /** Appointments of a customer, the latest first. */
    @GetMapping("/customers/{customer}/appointments")
    Page<Appointment> of(
            @PathVariable UUID customer,
            @RequestParam(defaultValue = "") Set<AppointmentStatus> status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return appointments.of(
                customer,
                new Search(customer, null, null, status, from, until, null, true),
                cursor,
                Limits.of(limit));
    }

    /** Books one service; without minutes and price as they are for this customer and colleague. */
    @PostMapping("/appointments")
    ResponseEntity<Appointment> book(@RequestBody Booking booking) {
        return Answers.made(PATH, appointments.book(booking));
    }

    /** One appointment. */
    @GetMapping("/appointments/{id}")
    ResponseEntity<Appointment> get(@PathVariable UUID id) {
        return Answers.of(appointments.get(id));
    }

    /** Changes its price or its note; to another time it is moved. */
    @MergePatch("/appointments/{id}")
    ResponseEntity<Appointment> change(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        AppointmentDetails present = appointments.get(id).details();
        var details = input.patch(present, patch, AppointmentDetails.class);
        return Answers.of(appointments.change(id, details, version));
    }

    /**
     * Moves it to another time, colleague or branch, or makes it longer or shorter. With scope all
     * of its visit, or it and all later ones of its series, or all of that, by as much.
     */
    @PostMapping("/appointments/{id}/move")
    ResponseEntity<Appointment> move(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "this") Scope scope,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Move move) {
        Integer version = ifMatch == null ? null : Etag.required(ifMatch);
        together.move(id, move, scope, version);
        return get(id);
    }

    /**
     * Calls it off: late or in time as the business's rule has it, unless said. With scope all of
     * its visit, or it and all later ones of its series, or all of that.
     */
    @PostMapping("/appointments/{id}/cancellation")
    ResponseEntity<Appointment> cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "this") Scope scope,
            @RequestBody(required = false) @Nullable Cancellation cancellation) {
        var said = cancellation == null ? new Cancellation(null, null) : cancellation;
        together.cancel(id, said, scope);
        return get(id);
    }

    /** The customer has said that they come. */
    @PostMapping("/appointments/{id}/confirmation")
    ResponseEntity<Appointment> confirm(@PathVariable UUID id) {
        return Answers.of(appointments.confirm(id));
    }

    /** The customer is there. */
    @PostMapping("/appointments/{id}/check-in")
    ResponseEntity<Appointment> checkIn(@PathVariable UUID id) {
        return Answers.of(appointments.checkIn(id));
    }

    /** It has begun. */
    @PostMapping("/appointments/{id}/start")
    ResponseEntity<Appointment> start(@PathVariable UUID id) {
        return Answers.of(appointments.start(id));
    }

    /** It is done. */
    @PostMapping("/appointments/{id}/completion")
    ResponseEntity<Appointment> complete(@PathVariable UUID id) {
        return Answers.of(appointments.complete(id));
    }

    /** The customer did not come. */
    @PostMapping("/appointments/{id}/no-show")
    ResponseEntity<Appointment> noShow(@PathVariable UUID id) {
        return Answers.of(appointments.noShow(id));
    }

    /**
     * Booked again, as if it had not been called off, missed or checked in; its time must be free.
     */
    @PostMapping("/appointments/{id}/reopening")
    ResponseEntity<Appointment> reopen(@PathVariable UUID id) {
        return Answers.of(appointments.reopen(id));
    }
}
