package app.clientele.business.web;

import app.clientele.business.Hours;
import app.clientele.business.OpeningHours.DatedHours;
import app.clientele.business.OpeningHours.DatedHoursDetails;
import app.clientele.business.OpeningHours.WeeklyHours;
import app.clientele.business.Week;
import app.clientele.shared.Invalid;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hours of a branch, or of somebody there, as a page shows them: one line to type a day.
 *
 * @param path where the page stands; what is sent goes to addresses below
 * @param dates those that differ, from today on
 * @param date the form for another such date
 */
public record HoursForm(
        String path,
        Typed week,
        FormErrors errors,
        List<DatedHours> dates,
        Typed date,
        FormErrors dateErrors) {
    static HoursForm of(View view, String path, WeeklyHours week, List<DatedHours> dates) {
        return new HoursForm(
                path,
                begun(view, week),
                FormErrors.none(),
                dates,
                Typed.nothing(),
                FormErrors.none());
    }

    private static Typed begun(View view, WeeklyHours week) {
        Typed begun = Typed.nothing().with("_version", week.version());
        for (DayOfWeek day : DayOfWeek.values()) {
            begun = begun.with(Week.name(day), text(view, week.week().on(day)));
        }
        return begun;
    }

    /** As the reader would type it. */
    public static String text(View view, Hours hours) {
        return hours.text(view.formats().hasHalves());
    }

    HoursForm withWeek(Typed typed, FormErrors wrong) {
        return new HoursForm(path, typed, wrong, dates, date, dateErrors);
    }

    HoursForm withDate(Typed typed, FormErrors wrong) {
        return new HoursForm(path, week, errors, dates, typed, wrong);
    }

    /** The days as the reader's week has them. */
    public List<DayOfWeek> days(View view) {
        DayOfWeek first = java.time.temporal.WeekFields.of(view.locale()).getFirstDayOfWeek();
        return java.util.stream.IntStream.range(0, 7).mapToObj(first::plus).toList();
    }

    public String name(View view, DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, view.locale());
    }

    static Week week(Typed typed) {
        return Week.typed(day -> {
            String line = typed.value(day);
            return line == null ? "" : line;
        });
    }

    /** The day that a form or an address names. */
    static LocalDate day(@Nullable String text) {
        try {
            return LocalDate.parse(text == null ? "" : text);
        } catch (DateTimeParseException e) {
            throw new Invalid("day", text == null || text.isBlank() ? "required" : "no_such_day");
        }
    }

    static DatedHoursDetails details(Typed typed) {
        String hours = typed.value("hours");
        String name = typed.value("name");
        try {
            return new DatedHoursDetails(
                    name == null || name.isBlank() ? null : name.strip(),
                    Hours.typed(hours == null ? "" : hours));
        } catch (IllegalArgumentException e) {
            throw new Invalid("hours", "hours");
        }
    }
}
