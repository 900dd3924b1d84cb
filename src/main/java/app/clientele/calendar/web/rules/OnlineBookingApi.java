package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.OnlineBooking;
import app.clientele.calendar.rules.OnlineBookings;
import app.clientele.calendar.rules.OnlineBookings.OnlineBookingDetails;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Etag;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * How a customer may book by themselves: at once, as a request, on the waiting list, not at all.
 */
@RestController
@RequestMapping("/api/v1/customers/{customer}/online-booking")
@Tag(name = "Booking rules")
@Requires(Permission.APPOINTMENT_VIEW)
class OnlineBookingApi {
    private final OnlineBookings bookings;

    OnlineBookingApi(OnlineBookings bookings) {
        this.bookings = bookings;
    }

    /** What was said of the customer, and what missed appointments bring about by themselves. */
    @GetMapping
    ResponseEntity<OnlineBooking> get(@PathVariable UUID customer) {
        OnlineBooking online = bookings.of(customer);
        return ResponseEntity.ok().eTag(Etag.of(online.version())).body(online);
    }

    /** Says how they may book, at one branch or all, from one day to another. */
    @PutMapping
    ResponseEntity<OnlineBooking> set(
            @PathVariable UUID customer,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody OnlineBookingDetails details) {
        bookings.set(customer, details, ifMatch == null ? null : Etag.required(ifMatch));
        return get(customer);
    }

    /** From then on what holds for all holds for them. */
    @DeleteMapping
    ResponseEntity<Void> clear(@PathVariable UUID customer) {
        bookings.clear(customer);
        return ResponseEntity.noContent().build();
    }
}
