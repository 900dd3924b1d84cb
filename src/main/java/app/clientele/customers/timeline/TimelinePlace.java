package app.clientele.customers.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.shared.Cursor;
import app.clientele.shared.Invalid;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Where a page of the timeline ended: everything later, or as late and of a later kind, or with a
 * greater id, was shown.
 */
record TimelinePlace(OffsetDateTime at, String kind, String id) {
    private static final long LATEST_MICROS = 250_000_000_000_000_000L; // the year 9892

    /**
     * @throws Invalid when it is no cursor of a timeline
     */
    static TimelinePlace of(Cursor cursor, List<TimelineSource> sources) {
        long micros = cursor.number(0);
        TimelineSource source =
                sources.stream()
                        .filter(s -> s.kind().equals(cursor.get(1)))
                        .findFirst()
                        .orElseThrow(() -> new Invalid("cursor", "cursor"));
        if (Math.abs(micros) > LATEST_MICROS) {
            throw new Invalid("cursor", "cursor");
        }
        String id =
                switch (source.key()) {
                    case UUID -> cursor.id(2).toString();
                    case BIGINT -> Long.toString(cursor.number(2));
                };
        var at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return new TimelinePlace(at, source.kind(), id);
    }
}
