package app.clientele.customers.web.timeline;

import app.clientele.business.Businesses;
import app.clientele.customers.timeline.Timeline;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All that happened around a customer. */
@RestController
@RequestMapping("/api/v1/customers/{customer}/timeline")
@Tag(name = "Timeline")
@Requires(Permission.PROFILE_VIEW)
class TimelineApi {
    private final Timeline timeline;
    private final Businesses businesses;

    TimelineApi(Timeline timeline, Businesses businesses) {
        this.timeline = timeline;
        this.businesses = businesses;
    }

    /**
     * What happened, latest first; only some kinds with {@code kind}. What the key has no scope for
     * is left out.
     */
    @GetMapping
    Page<Timeline.Entry> all(
            @PathVariable UUID customer,
            @RequestParam(required = false) @Nullable List<String> kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        Locale locale = businesses.current().locale(businesses.current().language());
        Set<String> kinds = kind == null ? Set.of() : Set.copyOf(kind);
        return timeline.of(customer, kinds, cursor, Limits.of(limit), locale);
    }
}
