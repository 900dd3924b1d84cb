package app.clientele.calendar.web.classes;

import app.clientele.calendar.classes.ClassBooking;
import app.clientele.calendar.classes.ClassBookingStatus;
import app.clientele.calendar.classes.ClassRoster;
import app.clientele.calendar.classes.ClassRoster.Joining;
import app.clientele.calendar.classes.ClassRoster.Leaving;
import app.clientele.calendar.classes.ClassRoster.Search;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who is in a class: booked, waiting, checked in. Never more than there are places. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Classes")
@Requires(Permission.APPOINTMENT_VIEW)
class ClassBookingApi {
    private static final String PATH = "/api/v1/class-bookings";

    private final ClassRoster roster;

    ClassBookingApi(ClassRoster roster) {
        this.roster = roster;
    }

    /** The roster of a class. */
    record Roster(List<ClassBooking> items) {}

    /** Everybody in a class by name, then whoever waits, the next first. */
    @GetMapping("/class-sessions/{id}/bookings")
    Roster of(@PathVariable UUID id) {
        return new Roster(roster.of(id));
    }

    /** Books a customer into a class; with waitlist they wait where it is full. */
    @PostMapping("/class-sessions/{id}/bookings")
    ResponseEntity<ClassBooking> book(@PathVariable UUID id, @RequestBody Joining joining) {
        return Answers.made(PATH, roster.book(id, joining));
    }

    /** The class is over: who was checked in attended, who was not did not come. */
    @PostMapping("/class-sessions/{id}/completion")
    Roster finish(@PathVariable UUID id) {
        return new Roster(roster.finish(id));
    }

    /** Classes of a customer, the latest first. */
    @GetMapping("/customers/{customer}/classes")
    Page<ClassBooking> of(
            @PathVariable UUID customer,
            @RequestParam(defaultValue = "") Set<ClassBookingStatus> status,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var search = new Search(customer, status, from, until, true);
        return roster.list(search, cursor, Limits.of(limit));
    }

    /** One customer in one class. */
    @GetMapping("/class-bookings/{id}")
    ResponseEntity<ClassBooking> get(@PathVariable UUID id) {
        return Answers.of(roster.get(id));
    }

    /** Calls off: late or in time as the business's rule has it, unless said. */
    @PostMapping("/class-bookings/{id}/cancellation")
    ResponseEntity<ClassBooking> cancel(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Leaving leaving) {
        var said = leaving == null ? new Leaving(null, null) : leaving;
        return Answers.of(roster.cancel(id, said));
    }

    /** The customer is there. */
    @PostMapping("/class-bookings/{id}/check-in")
    ResponseEntity<ClassBooking> checkIn(@PathVariable UUID id) {
        return Answers.of(roster.checkIn(id));
    }

    /** The customer did not come. */
    @PostMapping("/class-bookings/{id}/no-show")
    ResponseEntity<ClassBooking> noShow(@PathVariable UUID id) {
        return Answers.of(roster.noShow(id));
    }

    /** Takes the place that was waited for or offered, or books again; there must be one. */
    @PostMapping("/class-bookings/{id}/reopening")
    ResponseEntity<ClassBooking> reopen(@PathVariable UUID id) {
        return Answers.of(roster.reopen(id));
    }
}
