package app.clientele.calendar.web.feeds;

import app.clientele.calendar.feeds.CalendarFeeds;
import app.clientele.shared.NotFound;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/**
 * What calendar programs read, as often as they like: nothing is sent while nothing has changed.
 */
@Controller
class FeedFiles {
    private static final MediaType CALENDAR =
            new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final ICalendars calendars;

    FeedFiles(CalendarFeeds feeds, ICalendars calendars) {
        this.feeds = feeds;
        this.calendars = calendars;
    }

    @GetMapping("/feeds/{secret}.ics")
    @Nullable ResponseEntity<byte[]> read(@PathVariable String secret, WebRequest request) {
        byte[] text =
                feeds.open(secret)
                        .map(calendars::write)
                        .orElseThrow(() -> new NotFound("calendar_feed"))
                        .getBytes(StandardCharsets.UTF_8);
        if (request.checkNotModified(DigestUtils.md5DigestAsHex(text))) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Robots-Tag", "noindex")
                .header("Content-Disposition", "inline; filename=\"clientele.ics\"")
                .body(text);
    }
}
