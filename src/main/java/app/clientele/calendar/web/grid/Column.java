package app.clientele.calendar.web.grid;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.availability.Availability.Span;
import app.clientele.calendar.availability.Availability.WorkingTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A colleague's day.
 *
 * @param working when they may be booked; everything where nobody has given hours
 */
public record Column(
        UUID staffId,
        String name,
        Wall wall,
        boolean said,
        List<Band> working,
        List<Band> away,
        List<Entry> entries) {
    /** From one minute of the day to another. */
    public record Band(int start, int end) {}

    static Column of(WorkingTimes times, Wall wall, List<Appointment> booked) {
        return new Column(
                times.staffId(),
                times.name(),
                wall,
                times.said(),
                bands(times.working(), wall),
                bands(times.away(), wall),
                Entry.all(
                        booked.stream().filter(a -> a.staffId().equals(times.staffId())).toList(),
                        wall));
    }

    private static List<Band> bands(List<Span> spans, Wall wall) {
        return spans.stream()
                .filter(s -> wall.meets(s.startsAt(), s.endsAt()))
                .map(s -> new Band(wall.minute(s.startsAt()), wall.minute(s.endsAt())))
                .filter(b -> b.start < b.end)
                .toList();
    }

    /** Whether there is anything to see of them. */
    boolean there() {
        return !said || !working.isEmpty() || !entries.isEmpty();
    }

    /** What of these rows lies outside of their hours. */
    public List<Band> off(int first, int last) {
        List<Band> off = new ArrayList<>();
        int from = first;
        for (Band band : said ? working : List.of(new Band(first, last))) {
            if (band.start > from) {
                off.add(new Band(from, Math.min(band.start, last)));
            }
            from = Math.max(from, band.end);
        }
        if (from < last) {
            off.add(new Band(from, last));
        }
        return off;
    }

    public List<Band> away(int first, int last) {
        return away.stream()
                .map(b -> new Band(Math.max(first, b.start), Math.min(last, b.end)))
                .filter(b -> b.start < b.end)
                .toList();
    }

    /** What its entries and slots are found by in the page. */
    public String key() {
        return wall.date() + "-" + staffId;
    }
}
