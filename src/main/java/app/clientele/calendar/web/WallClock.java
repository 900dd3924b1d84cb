package app.clientele.calendar.web;

import app.clientele.shared.Invalid;
import app.clientele.site.Typed;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Day and time as they are typed, by the clock on a branch's wall. */
public final class WallClock {
    private WallClock() {}

    /**
     * The moment that {@code date} and {@code time} name; of an hour the clock shows twice, the
     * first.
     *
     * @throws Invalid when they name none, or one that the clock skips
     */
    public static Instant moment(Typed typed, ZoneId zone) {
        LocalDate date = read(typed, "date", LocalDate::parse);
        LocalTime time = read(typed, "time", LocalTime::parse);
        LocalDateTime wanted = LocalDateTime.of(date, time);
        if (zone.getRules().getValidOffsets(wanted).isEmpty()) {
            throw new Invalid("time", "skipped_time");
        }
        return wanted.atZone(zone).toInstant();
    }

    private static <T> T read(Typed typed, String field, Function<String, T> parse) {
        String text = typed.value(field);
        if (text == null || text.isBlank()) {
            throw new Invalid(field, "required");
        }
        try {
            return parse.apply(text.strip());
        } catch (DateTimeException e) {
            throw new Invalid(field, "format");
        }
    }

    /** The date typed, if it is one. */
    static @Nullable LocalDate date(Typed typed) {
        try {
            return read(typed, "date", LocalDate::parse);
        } catch (Invalid e) {
            return null;
        }
    }

    static Typed with(Typed typed, Instant moment, ZoneId zone) {
        LocalDateTime there = LocalDateTime.ofInstant(moment, zone);
        return typed.with("date", there.toLocalDate())
                .with("time", "%02d:%02d".formatted(there.getHour(), there.getMinute()));
    }
}
