package app.clientele.calendar.web.classes;

import app.clientele.business.Branches.Branch;
import app.clientele.business.Staff.Member;
import app.clientele.calendar.classes.ClassKind;
import app.clientele.calendar.classes.ClassSeries;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a series. */
public record SeriesForm(
        View view,
        ClassKind kind,
        @Nullable ClassSeries series,
        Typed typed,
        FormErrors errors,
        List<Branch> branches,
        List<Member> staff) {
    public String action() {
        return "/settings/classes/series/" + (series == null ? "new" : series.id());
    }

    public String title() {
        return view.t("classes.series.of", kind.name());
    }

    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public List<Option> weekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(d ->
                        new Option(
                                String.valueOf(d.getValue()),
                                d.getDisplayName(TextStyle.FULL, view.locale())))
                .toList();
    }

    public List<Option> branchOptions() {
        return branches.stream().map(b -> new Option(b.id().toString(), b.name())).toList();
    }

    public List<Option> teachers() {
        return staff.stream().map(m -> new Option(m.id().toString(), m.name())).toList();
    }

    static Typed begun(ClassSeries series) {
        return Typed.nothing()
                .with("kindId", series.kindId())
                .with("branchId", series.branchId())
                .with("staffId", series.staffId())
                .with("weekdays[]", series.weekdays())
                .with("time", series.time())
                .with("minutes", series.minutes())
                .with("fromDay", series.fromDay())
                .with("untilDay", series.untilDay())
                .with("capacity", series.capacity())
                .with("room", series.room())
                .with("_version", series.version());
    }
}
