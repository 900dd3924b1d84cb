package app.clientele.business;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The hours of one day: periods in their order, none touching the next; none at all is closed. */
public record Hours(@JsonValue List<Period> periods) {
    /** Nobody's day has more breaks. */
    static final int MOST = 12;

    public static final Hours NONE = new Hours(List.of());

    private static final Pattern STORED = Pattern.compile("[\\[(](\\d+),(\\d+)[\\])]");

    @JsonCreator
    public Hours(List<Period> periods) {
        this.periods = joined(periods);
    }

    /** In order; what overlaps or touches is one. */
    private static List<Period> joined(List<Period> periods) {
        var joined = new ArrayList<Period>();
        periods.stream()
                .sorted(Comparator.comparingInt(Period::start))
                .forEach(next -> {
                    Period last = joined.isEmpty() ? null : joined.getLast();
                    if (last == null || next.start() > last.end()) {
                        joined.add(next);
                    } else if (next.end() > last.end()) {
                        int end = Math.min(next.end(), last.start() + Period.DAY);
                        joined.set(joined.size() - 1, new Period(last.start(), end));
                    }
                });
        return List.copyOf(joined);
    }

    /**
     * Reads what people type: {@code 9-12:30, 13-18}, {@code 9am–5pm}; nothing is closed.
     *
     * @throws IllegalArgumentException when it says anything else
     */
    public static Hours typed(String text) {
        return TypedHours.read(text);
    }

    /**
     * As one would type it: {@code 9–12:30, 13–18}, or {@code 9am–12:30pm, 1pm–6pm}.
     *
     * @param halves whether the reader's clock has twelve hours
     */
    public String text(boolean halves) {
        return periods.stream()
                .map(p ->
                        halves
                                ? half(p.start()) + "–" + half(p.end())
                                : clock(p.from(), false)
                                        + "–"
                                        + clock(p.until(), p.end() > Period.DAY))
                .collect(Collectors.joining(", "));
    }

    /** A padded end is read as what it says: in the next night, not in the afternoon. */
    private static String clock(String time, boolean padded) {
        String full = time.endsWith(":00") ? time.substring(0, 2) : time;
        return full.startsWith("0") && !padded ? full.substring(1) : full;
    }

    private static String half(int minutes) {
        int hour = minutes / 60 % 12;
        String minute = minutes % 60 == 0 ? "" : ":%02d".formatted(minutes % 60);
        return (hour == 0 ? 12 : hour) + minute + (minutes / 720 % 2 == 0 ? "am" : "pm");
    }

    /** As the database keeps it, {@code {[540,1050)}}. */
    String stored() {
        return periods.stream()
                .map(p -> "[" + p.start() + "," + p.end() + ")")
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Reads what the database keeps. */
    public static Hours ofStored(String multirange) {
        var periods = new ArrayList<Period>();
        Matcher each = STORED.matcher(multirange);
        while (each.find()) {
            periods.add(
                    new Period(Integer.parseInt(each.group(1)), Integer.parseInt(each.group(2))));
        }
        return new Hours(periods);
    }
}
