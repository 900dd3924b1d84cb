package app.clientele.business;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads opening hours as people type them: {@code 9-12:30, 13-18}, {@code 9am–5pm}, {@code 9.00 to
 * 17.30}.
 */
final class TypedHours {
    private static final int NOON = Period.DAY / 2;
    private static final String TIME = "(\\d{1,2})(?:[:.h](\\d{2}))?h?\\s*(?:([ap])\\.?m?\\.?)?";
    private static final Pattern PERIOD =
            Pattern.compile(TIME + "\\s*(?:-|–|—|to)\\s*" + TIME, Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("\\s*[,;/&]\\s*|\\s+and\\s+");

    private TypedHours() {}

    /**
     * @throws IllegalArgumentException when it says anything but hours
     */
    static Hours read(String text) {
        String[] parts = BETWEEN.split(text.strip(), -1);
        if (parts.length > Hours.MOST) {
            throw new IllegalArgumentException(text);
        }
        return text.isBlank()
                ? Hours.NONE
                : new Hours(Arrays.stream(parts).map(TypedHours::period).toList());
    }

    private static Period period(String text) {
        Matcher typed = PERIOD.matcher(text);
        if (!typed.matches()) {
            throw new IllegalArgumentException(text);
        }
        Time from = Time.of(typed.group(1), typed.group(2), typed.group(3));
        Time until = Time.of(typed.group(4), typed.group(5), typed.group(6));
        int start = from.minutes();
        int end = until.minutes();
        if (from.isOpen() && until.half() != null && start < NOON && start + NOON < end) {
            start += NOON; // 1–5pm; but 9–5pm begins in the morning
        }
        if (until.isOpen() && end <= start && start < end + NOON) {
            end += NOON; // 9–5; but 20–2 ends in the night, as does 10–02
        }
        return Period.between(start, end);
    }

    /**
     * A time of day.
     *
     * @param half the letter of am or pm, where it stands
     * @param padded written as on a clock of 24 hours, such as 02:00
     */
    private record Time(int hour, int minute, @Nullable String half, boolean padded) {
        static Time of(String hour, @Nullable String minute, @Nullable String half) {
            Time time =
                    new Time(
                            Integer.parseInt(hour),
                            minute == null ? 0 : Integer.parseInt(minute),
                            half,
                            hour.startsWith("0"));
            if (half != null && time.hour == 0
                    || time.minute > 59
                    || time.hour > (half == null ? 24 : 12)
                    || time.minutes() > Period.DAY) {
                throw new IllegalArgumentException(hour + ":" + minute);
            }
            return time;
        }

        /** Whether it might mean the morning or the afternoon. */
        boolean isOpen() {
            return half == null && !padded && hour < 10;
        }

        int minutes() {
            int hours = half == null ? hour : hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
            return hours * 60 + minute;
        }
    }
}
