package app.clientele.business;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a day by the clock on the wall, such as 9:00 to 17:30.
 *
 * @param start minutes since midnight, 0 to 1439
 * @param end minutes since the same midnight; above 1440 it is on the next day, at most a day later
 */
public record Period(@JsonIgnore int start, @JsonIgnore int end) {
    static final int DAY = 24 * 60;
    private static final Pattern CLOCK = Pattern.compile("([01]\\d|2[0-4]):([0-5]\\d)");

    public Period {
        if (start < 0 || start >= DAY || end <= start || end > start + DAY) {
            throw new IllegalArgumentException(start + " to " + end);
        }
    }

    /** Reads {@code 09:00} and {@code 17:30}; an end that is not later is on the next day. */
    @JsonCreator
    static Period of(@JsonProperty("from") String from, @JsonProperty("until") String until) {
        int start = minutes(from);
        int end = minutes(until);
        return between(start, end);
    }

    /** From one time of day to the next one that the clock shows so. */
    static Period between(int start, int end) {
        return new Period(start, end <= start ? end + DAY : end);
    }

    private static int minutes(String clock) {
        Matcher parts = CLOCK.matcher(clock);
        if (!parts.matches()) {
            throw new IllegalArgumentException(clock);
        }
        return Integer.parseInt(parts.group(1)) * 60 + Integer.parseInt(parts.group(2));
    }

    /** Such as {@code 09:00}. */
    @JsonProperty("from")
    public String from() {
        return clock(start);
    }

    /**
     * Such as {@code 17:30}; {@code 24:00} is the end of the day, {@code 02:00} the next morning.
     */
    @JsonProperty("until")
    public String until() {
        return clock(end > DAY ? end - DAY : end);
    }

    private static String clock(int minutes) {
        return "%02d:%02d".formatted(minutes / 60, minutes % 60);
    }
}
