package app.clientele.calendar.availability;

import static java.util.Objects.requireNonNull;

import app.clientele.calendar.availability.Sheet.Timetable;
import app.clientele.calendar.availability.Spans.Stretch;
import app.clientele.calendar.availability.VisitSearch.Leg;
import app.clientele.calendar.availability.VisitSheet.Effort;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Finds when all parts of a visit fit, one after the other or side by side. */
public final class FreeVisits {
    /** An appointment may last into the day after the last one. */
    private static final int DAYS_AFTER = 2;

    private final Sheet sheet;
    private final VisitSearch search;
    private final LocalDate from;
    private final LocalDate to;
    private final List<List<Helper>> helpers = new ArrayList<>();

    private FreeVisits(VisitSheet visit, VisitSearch search) {
        sheet = visit.sheet();
        this.search = search;
        from = requireNonNull(search.from());
        to = requireNonNull(search.to());
        var hours = WorkingHoursAt.of(sheet, from, to.plusDays(DAYS_AFTER));
        for (int i = 0; i < search.legs().size(); i++) {
            helpers.add(helpers(visit, hours, i));
        }
    }

    /** A day of the branch with the starts at which a whole visit fits, in their order. */
    public record Day(LocalDate date, List<Start> starts) {}

    /** When it may begin, and how it would go. */
    public record Start(Instant startsAt, List<Part> parts) {}

    /** Who would do a part, and when. */
    public record Part(UUID serviceId, UUID staffId, Instant startsAt, Instant endsAt) {}

    /** Somebody who could do a part, and the moments at which they could begin it. */
    record Helper(UUID staff, Effort effort, Spans starts) {}

    static List<Day> of(VisitSheet visit, VisitSearch search) {
        return new FreeVisits(visit, search).days();
    }

    private List<Day> days() {
        NavigableMap<Long, Start> starts = starts();
        return from.datesUntil(to.plusDays(1))
                .map(day ->
                        new Day(
                                day,
                                List.copyOf(
                                        starts.subMap(begin(day), begin(day.plusDays(1)))
                                                .values())))
                .toList();
    }

    private long begin(LocalDate day) {
        return sheet.clock().shows(day, 0);
    }

    private NavigableMap<Long, Start> starts() {
        long earliest = search.notBefore().plusNanos(999_999_999).getEpochSecond();
        Spans asked = Spans.of(Math.max(begin(from), earliest), begin(to.plusDays(1)));
        List<Stretch> first = new ArrayList<>();
        helpers.getFirst().forEach(helper -> first.addAll(helper.starts().stretches()));
        NavigableMap<Long, Start> starts = new TreeMap<>();
        sheet.clock()
                .each(
                        search.step(),
                        new Spans(first).and(asked),
                        at -> visit(at).ifPresent(parts -> starts.put(at, parts)));
        return starts;
    }

    private Optional<Start> visit(long at) {
        return Arrangement.of(search.legs(), helpers, at)
                .map(parts -> new Start(Instant.ofEpochSecond(at), parts));
    }

    private List<Helper> helpers(VisitSheet visit, WorkingHoursAt hours, int part) {
        Leg leg = search.legs().get(part);
        return sheet.colleagues().stream()
                .filter(c -> !leg.barred().contains(c.id()) || c.id().equals(leg.staffId()))
                .filter(c -> visit.performs().getOrDefault(c.id(), Map.of()).containsKey(part))
                .sorted(Comparator.comparingInt(c -> rank(leg, c)))
                .map(c -> {
                    Effort effort =
                            requireNonNull(requireNonNull(visit.performs().get(c.id())).get(part));
                    return new Helper(c.id(), effort, starts(hours.working(c), c, effort));
                })
                .toList();
    }

    /** They come by name, and stay so behind the preferred ones. */
    private static int rank(Leg leg, Timetable colleague) {
        int rank = leg.preferred().indexOf(colleague.id());
        return rank < 0 ? Integer.MAX_VALUE : rank;
    }

    /** As for a single service: see {@link FreeTimes}. */
    private static Spans starts(Spans working, Timetable colleague, Effort effort) {
        return FreeTimes.starts(
                working, colleague, effort.minutes(), effort.before(), effort.after());
    }
}
