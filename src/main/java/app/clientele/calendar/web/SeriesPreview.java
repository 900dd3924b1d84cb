package app.clientele.calendar.web;

import app.clientele.calendar.AppointmentSeries.Occurrence;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The days of a series before it is booked, with what stands in the way of which. */
public record SeriesPreview(BookForm form, List<Day> days) {
    static final String PICK = "_pick.";
    static final String SKIP = "skip";

    /**
     * One day.
     *
     * @param instead other times at which it could be had on that day
     */
    public record Day(Occurrence occurrence, List<BookForm.Start> instead) {}

    public View view() {
        return form.view();
    }

    public String title() {
        return view().t("appointments.series.days");
    }

    /** How many can be booked as they stand. */
    public long free() {
        return days.stream()
                .filter(d -> !d.occurrence().skipped() && !d.occurrence().clashes())
                .count();
    }

    public long clashes() {
        return days.stream().filter(d -> d.occurrence().clashes()).count();
    }

    public String name(Day day) {
        return PICK + day.occurrence().date();
    }

    public String date(Day day) {
        return view().day(day.occurrence().date());
    }

    private String planned(Day day) {
        LocalTime there = LocalTime.ofInstant(day.occurrence().startsAt(), form.zone());
        return "%02d:%02d".formatted(there.getHour(), there.getMinute());
    }

    /** As planned where that is free, another free time, or not at all. */
    public List<Option> options(Day day) {
        List<Option> options = new ArrayList<>();
        if (!day.occurrence().clashes()) {
            options.add(
                    new Option(
                            planned(day),
                            AppointmentWords.at(view(), form.zone())
                                    .time(day.occurrence().startsAt())));
        }
        options.add(new Option(SKIP, view().t("appointments.series.skip")));
        day.instead().forEach(start -> options.add(new Option(start.time(), start.words())));
        return options;
    }

    public String chosen(Day day) {
        return day.occurrence().skipped() || day.occurrence().clashes() ? SKIP : planned(day);
    }

    /** What stands in the way; nothing where it is free. */
    public @Nullable String reasons(Day day) {
        return day.occurrence().clashes()
                ? day.occurrence().reasons().stream()
                        .map(view()::reason)
                        .collect(Collectors.joining(" "))
                : null;
    }

    /** What was typed before, to be sent along. */
    public Stream<Map.Entry<String, String>> kept() {
        return form.typed().fields().entrySet().stream()
                .filter(e ->
                        !e.getKey().equals(view().csrfParameter())
                                && !e.getKey().startsWith(PICK)
                                && !e.getKey().equals("_confirmed"))
                .flatMap(e -> e.getValue().stream().map(value -> Map.entry(e.getKey(), value)));
    }
}
