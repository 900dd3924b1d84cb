package app.clientele.calendar.web.feeds;

import app.clientele.calendar.feeds.CalendarFeed;
import app.clientele.calendar.feeds.CalendarFeeds;
import app.clientele.calendar.feeds.CalendarFeeds.FeedDetails;
import app.clientele.calendar.feeds.CalendarFeeds.Made;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Answers;
import app.clientele.site.Slices;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
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

/** Addresses at which calendar programs read appointments, as iCalendar. */
@RestController
@RequestMapping("/api/v1/calendar-feeds")
@Tag(name = "Appointments")
@Requires(Permission.APPOINTMENT_VIEW)
class FeedApi {
    private final CalendarFeeds feeds;
    private final ICalendars calendars;

    FeedApi(CalendarFeeds feeds, ICalendars calendars) {
        this.feeds = feeds;
        this.calendars = calendars;
    }

    /**
     * A feed with its address.
     *
     * @param address where calendar programs read it; told this once
     */
    record NewFeed(@JsonUnwrapped CalendarFeed feed, String address) {}

    /** All of the business, the latest first; or those of one customer. */
    @GetMapping
    Page<CalendarFeed> all(
            @RequestParam(required = false) @Nullable UUID customerId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return Slices.of(feeds.all(customerId), CalendarFeed::id, cursor, limit);
    }

    /** One of them, without its address. */
    @GetMapping("/{id}")
    ResponseEntity<CalendarFeed> get(@PathVariable UUID id) {
        return Answers.of(feeds.get(id));
    }

    /** Hands out an address: of a colleague, of a branch or of a customer. */
    @PostMapping
    ResponseEntity<NewFeed> create(@RequestBody FeedDetails details) {
        Made made = feeds.create(details);
        return ResponseEntity.created(URI.create("/api/v1/calendar-feeds/" + made.feed().id()))
                .body(new NewFeed(made.feed(), calendars.address(made.secret())));
    }

    /** Takes an address back: nothing is found there any more. */
    @DeleteMapping("/{id}")
    ResponseEntity<Void> revoke(@PathVariable UUID id) {
        feeds.revoke(id);
        return ResponseEntity.noContent().build();
    }
}
