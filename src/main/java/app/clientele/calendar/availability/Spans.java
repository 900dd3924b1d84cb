package app.clientele.calendar.availability;

import app.clientele.calendar.availability.Availability.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Some of all time: stretches in their order, none touching the next. */
record Spans(List<Stretch> stretches) {
    static final Spans NONE = new Spans(List.of());

    /** From one second since 1970 to before another. */
    record Stretch(long from, long until) {}

    Spans(List<Stretch> stretches) {
        this.stretches = joined(stretches);
    }

    static Spans of(long from, long until) {
        return new Spans(List.of(new Stretch(from, until)));
    }

    private static List<Stretch> joined(List<Stretch> stretches) {
        List<Stretch> joined = new ArrayList<>(stretches.size());
        List<Stretch> sorted = new ArrayList<>(stretches);
        sorted.removeIf(s -> s.from >= s.until);
        sorted.sort(Comparator.comparingLong(Stretch::from));
        for (Stretch next : sorted) {
            Stretch last = joined.isEmpty() ? null : joined.getLast();
            if (last == null || next.from > last.until) {
                joined.add(next);
            } else if (next.until > last.until) {
                joined.set(joined.size() - 1, new Stretch(last.from, next.until));
            }
        }
        return joined;
    }

    /** What lies in both. */
    Spans and(Spans other) {
        List<Stretch> shared = new ArrayList<>();
        int mine = 0;
        int theirs = 0;
        while (mine < stretches.size() && theirs < other.stretches.size()) {
            Stretch a = stretches.get(mine);
            Stretch b = other.stretches.get(theirs);
            shared.add(new Stretch(Math.max(a.from, b.from), Math.min(a.until, b.until)));
            if (a.until < b.until) {
                mine++;
            } else {
                theirs++;
            }
        }
        return new Spans(shared);
    }

    /** What lies in this and not in the other. */
    Spans without(Spans other) {
        List<Stretch> left = new ArrayList<>();
        int theirs = 0;
        for (Stretch mine : stretches) {
            while (theirs < other.stretches.size()
                    && other.stretches.get(theirs).until <= mine.from) {
                theirs++;
            }
            long from = mine.from;
            for (int i = theirs; i < other.stretches.size(); i++) {
                Stretch cut = other.stretches.get(i);
                if (cut.from >= mine.until) {
                    break;
                }
                left.add(new Stretch(from, cut.from));
                from = cut.until;
            }
            left.add(new Stretch(from, mine.until));
        }
        return new Spans(left);
    }

    /** Each so much longer at its ends; what becomes shorter than nothing goes. */
    Spans longer(long before, long after) {
        return new Spans(
                stretches.stream()
                        .map(s -> new Stretch(s.from - before, s.until + after))
                        .toList());
    }

    boolean covers(long from, long until) {
        return stretches.stream().anyMatch(s -> s.from <= from && until <= s.until);
    }

    boolean meets(long from, long until) {
        return stretches.stream().anyMatch(s -> s.from < until && from < s.until);
    }

    /** As moments. */
    List<Span> spans() {
        return stretches.stream()
                .map(s -> new Span(Instant.ofEpochSecond(s.from), Instant.ofEpochSecond(s.until)))
                .toList();
    }
}
