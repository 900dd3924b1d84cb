package app.clientele.customers.web.timeline;

import app.clientele.customers.TimelineSource;
import app.clientele.customers.timeline.Timeline.Entry;
import app.clientele.shared.Page;
import app.clientele.site.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of the timeline, by days.
 *
 * @param kinds those the viewer may see
 * @param chosen those wanted; all of them when empty
 * @param above the day the page before ended with
 */
public record TimelineList(
        View view,
        UUID customer,
        LocalDate today,
        List<TimelineSource> kinds,
        Set<String> chosen,
        Page<Entry> page,
        @Nullable String above) {
    public Map<LocalDate, List<Entry>> days() {
        Map<LocalDate, List<Entry>> days = new LinkedHashMap<>();
        page.items()
                .forEach(entry ->
                        days.computeIfAbsent(day(entry), day -> new ArrayList<>()).add(entry));
        return days;
    }

    private LocalDate day(Entry entry) {
        return LocalDate.ofInstant(entry.at(), view.zone());
    }

    /** Whether a day's name stands above its entries already. */
    public boolean isAbove(LocalDate day) {
        return day.toString().equals(above);
    }

    public String day(LocalDate day) {
        if (day.equals(today)) {
            return view.t("profile.today");
        }
        return day.equals(today.minusDays(1)) ? view.t("profile.yesterday") : view.day(day);
    }

    public TimelineSource source(Entry entry) {
        return kinds.stream().filter(k -> k.kind().equals(entry.kind())).findFirst().orElseThrow();
    }

    public boolean isChosen(TimelineSource kind) {
        return chosen.contains(kind.kind());
    }

    private String path() {
        return "/customers/" + customer + "/timeline";
    }

    /** Everything. */
    public String all() {
        return path();
    }

    /** With this kind too, or without it. */
    public String toggled(TimelineSource kind) {
        Set<String> others = new LinkedHashSet<>(chosen);
        if (!others.remove(kind.kind())) {
            others.add(kind.kind());
        }
        return others.isEmpty() ? path() : path() + "?" + query(others);
    }

    private static String query(Set<String> kinds) {
        return kinds.stream().map(k -> "kind=" + k).collect(Collectors.joining("&"));
    }

    /** What comes after, with the same filter. */
    public String next() {
        String more = "cursor=" + page.next() + "&day=" + day(page.items().getLast());
        return path() + "?" + (chosen.isEmpty() ? "" : query(chosen) + "&") + more;
    }
}
