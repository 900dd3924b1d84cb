package app.clientele.calendar.web.grid;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.web.AppointmentWords;
import app.clientele.site.View;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An appointment in its place.
 *
 * @param start minute of the day, by the clock on the wall
 * @param end as far from it as it lasts, or the end of the day
 * @param lane which of those side by side, from 0
 * @param lanes how many stand side by side
 */
public record Entry(Appointment appointment, Wall wall, int start, int end, int lane, int lanes) {
    private static final int MOST_LANES = 6;

    private static Entry of(Appointment a, Wall wall) {
        int start = wall.minute(a.startsAt());
        int end = wall.holds(a.startsAt()) ? start + a.minutes() : wall.minute(a.endsAt());
        return new Entry(a, wall, start, Math.min(Wall.END, Math.max(end, start + 1)), 0, 1);
    }

    /** Those of a day, side by side where one would cover another. */
    static List<Entry> all(List<Appointment> appointments, Wall wall) {
        List<Entry> placed = new ArrayList<>();
        List<Entry> group = new ArrayList<>();
        int until = 0;
        for (Entry next : sorted(appointments, wall)) {
            if (next.start >= until) {
                placed.addAll(sideBySide(group));
                group.clear();
            }
            group.add(next);
            until = Math.max(until, next.end);
        }
        placed.addAll(sideBySide(group));
        return placed;
    }

    private static List<Entry> sorted(List<Appointment> appointments, Wall wall) {
        return appointments.stream()
                .filter(a -> wall.meets(a.startsAt(), a.endsAt()))
                .map(a -> of(a, wall))
                .sorted(Comparator.comparingInt(Entry::start).thenComparingInt(Entry::end))
                .toList();
    }

    private static List<Entry> sideBySide(List<Entry> group) {
        List<Integer> ends = new ArrayList<>();
        List<Integer> lanes = new ArrayList<>();
        for (Entry one : group) {
            int lane = 0;
            while (lane < ends.size() && ends.get(lane) > one.start) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(one.end);
            } else {
                ends.set(lane, one.end);
            }
            lanes.add(Math.min(lane, MOST_LANES - 1));
        }
        int most = Math.min(ends.size(), MOST_LANES);
        List<Entry> placed = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            placed.add(group.get(i).in(lanes.get(i), most));
        }
        return placed;
    }

    private Entry in(int lane, int lanes) {
        return new Entry(appointment, wall, start, end, lane, lanes);
    }

    /** How it looks and where it stands. */
    public String classes(DayGrid grid) {
        String place = grid.rows(start, end) + (lanes > 1 ? " lane-" + lane + " of-" + lanes : "");
        String size = end - start <= 20 ? " short" : "";
        return "cal-entry chip-%s is-%s %s%s"
                .formatted(appointment.colour(), appointment.status().wireName(), place, size);
    }

    public String path() {
        return AppointmentWords.path(appointment);
    }

    public String who(View view) {
        return AppointmentWords.who(view, appointment);
    }

    /** "10:30–11:15", with the zone's name where the clock shows it twice. */
    public String span(View view) {
        String span = AppointmentWords.span(view, appointment);
        return wall.twice(appointment.startsAt()) ? span + " " + offset(view) : span;
    }

    private String offset(View view) {
        return wall.zone().getDisplayName(TextStyle.SHORT, view.locale())
                + " "
                + wall.zone().getRules().getOffset(appointment.startsAt());
    }

    public String status(View view) {
        return AppointmentWords.status(view, appointment);
    }

    /** Whether it may be moved within this day. */
    public boolean movable() {
        return appointment.status().isOpen()
                && !appointment.isOffer()
                && wall.holds(appointment.startsAt());
    }

    /** What shows its status beside the words; nothing for one that is just booked. */
    public @Nullable String icon() {
        return appointment.isOffer() ? "bell" : icon(appointment.status());
    }

    private static @Nullable String icon(AppointmentStatus status) {
        return switch (status) {
            case REQUESTED -> "help";
            case CONFIRMED -> "check";
            case ARRIVED -> "user-check";
            case IN_SERVICE -> "clock";
            case COMPLETED -> "circle-check";
            case NO_SHOW, CANCELLED, LATE_CANCELLED, DECLINED -> "user-off";
            case BOOKED -> null;
        };
    }
}
