package app.clientele.calendar.web.online;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.online.BookingRequest;
import app.clientele.calendar.online.OnlineBooker;
import app.clientele.calendar.online.OnlineRequests;
import app.clientele.calendar.online.OnlineRequests.OnlineRequest;
import app.clientele.calendar.online.RequestQueue;
import app.clientele.calendar.online.RequestQueue.OtherTime;
import app.clientele.calendar.online.RequestQueue.Refusal;
import app.clientele.calendar.online.Visitor;
import app.clientele.calendar.online.Wanted;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
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

/**
 * Booking online: what customers asked for, what waits to be accepted, and what a site of one's own
 * books for whoever comes there.
 */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Booking online")
@Requires(Permission.APPOINTMENT_VIEW)
class RequestApi {
    private final RequestQueue queue;
    private final OnlineRequests requests;
    private final OnlineBooker booker;

    RequestApi(RequestQueue queue, OnlineRequests requests, OnlineBooker booker) {
        this.queue = queue;
        this.requests = requests;
        this.booker = booker;
    }

    /** Requests that wait, the oldest first. */
    @GetMapping("/booking-requests")
    Page<BookingRequest> waiting(
            @RequestParam(required = false) @Nullable UUID branchId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return queue.list(branchId, cursor, Limits.of(limit));
    }

    /** One that waits. */
    @GetMapping("/booking-requests/{id}")
    BookingRequest get(@PathVariable UUID id) {
        return queue.get(id);
    }

    /** Accepts it, if its time is still free. */
    @PostMapping("/booking-requests/{id}/acceptance")
    ResponseEntity<Appointment> accept(@PathVariable UUID id) {
        return Answers.of(queue.accept(id));
    }

    /** Declines it; the customer reads the message. */
    @PostMapping("/booking-requests/{id}/refusal")
    ResponseEntity<Appointment> decline(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable Refusal refusal) {
        return Answers.of(queue.decline(id, refusal == null ? new Refusal(null) : refusal));
    }

    /** Proposes another time, which the customer may take by the link they are sent. */
    @PostMapping("/booking-requests/{id}/proposal")
    BookingRequest propose(@PathVariable UUID id, @RequestBody OtherTime other) {
        return queue.propose(id, other);
    }

    /**
     * Books for somebody without an account, as the public page does. Whether they are known is not
     * told: what differs from their record becomes a suggested change.
     */
    @PostMapping("/online-bookings")
    @Requires(Permission.APPOINTMENT_EDIT)
    ResponseEntity<Appointment> book(@RequestBody Wanted wanted) {
        return Answers.made(
                "/api/v1/appointments", booker.book(wanted, Visitor.BY_PROGRAM).appointment());
    }

    /** What a customer asked for online, the latest first. */
    @GetMapping("/customers/{customer}/booking-requests")
    Page<OnlineRequest> of(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return requests.of(customer, cursor, Limits.of(limit));
    }
}
