package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.rules.BookingSettings.Rules;
import app.clientele.calendar.rules.BookingSettings.RulesDetails;
import app.clientele.site.Etag;
import app.clientele.site.Input;
import app.clientele.site.MergePatch;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** How the business takes bookings. */
@RestController
@RequestMapping("/api/v1/booking-settings")
@Tag(name = "Booking rules")
class BookingSettingsApi {
    private final BookingSettings settings;
    private final Input input;

    BookingSettingsApi(BookingSettings settings, Input input) {
        this.settings = settings;
        this.input = input;
    }

    /** When calling off is late, how far ahead one may book, what missed appointments lead to. */
    @GetMapping
    ResponseEntity<Rules> get() {
        Rules rules = settings.current();
        return ResponseEntity.ok().eTag(Etag.of(rules.version())).body(rules);
    }

    /** Changes it; what missed appointments lead to changes with it, for everybody at once. */
    @MergePatch
    ResponseEntity<Rules> change(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody JsonNode patch) {
        int version = Etag.required(ifMatch);
        settings.change(
                input.patch(settings.current().details(), patch, RulesDetails.class), version);
        return get();
    }
}
