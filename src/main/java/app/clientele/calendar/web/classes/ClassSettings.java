package app.clientele.calendar.web.classes;

import app.clientele.calendar.classes.ClassKind;
import app.clientele.calendar.classes.ClassSeries;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import java.util.List;

/** What classes there are and when they come. */
public record ClassSettings(
        View view, List<ClassKind> kinds, List<ClassSeries> all, FormErrors errors) {
    public List<ClassSeries> series(ClassKind kind) {
        return all.stream().filter(s -> s.kindId().equals(kind.id())).toList();
    }

    /** "18:30–19:30" by the clock of the branch. */
    public String time(ClassSeries series) {
        var from = series.fromDay().atTime(series.time()).atZone(series.zone()).toInstant();
        return ClassWords.span(view, from, from.plusSeconds(series.minutes() * 60L), series.zone());
    }

    public String lasts(ClassSeries series) {
        return series.untilDay() == null
                ? view.t("classes.series.lasts", view.date(series.fromDay()))
                : view.t(
                        "classes.series.ends",
                        view.date(series.fromDay()),
                        view.date(series.untilDay()));
    }
}
