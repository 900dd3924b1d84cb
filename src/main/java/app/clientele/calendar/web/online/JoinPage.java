package app.clientele.calendar.web.online;

import app.clientele.calendar.online.Offered;
import app.clientele.calendar.online.Offered.Colleague;
import app.clientele.calendar.web.waitlist.WaitlistWords;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form by which somebody joins the waiting list.
 *
 * @param only whether they tried to book and may only wait
 */
public record JoinPage(
        PublicFrame frame,
        BookingPath path,
        Offered choice,
        Typed typed,
        FormErrors errors,
        boolean only) {
    private static final int USUAL_DAYS = 14;

    public View view() {
        return frame.view();
    }

    public @Nullable String value(String field) {
        return typed.value(field);
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    public boolean accepted() {
        return typed.has("termsAccepted", "true");
    }

    public List<Option> weekdays() {
        return WaitlistWords.weekdays(view());
    }

    public List<Option> team() {
        return choice.team().stream().map(c -> new Option(c.id().toString(), c.name())).toList();
    }

    public String staff() {
        var id = path.staffId();
        return id == null
                ? view().t("online.anybody")
                : choice.colleague(id).map(Colleague::name).orElse("");
    }

    public String action() {
        return frame.path("/waitlist");
    }

    /** From this day on, a fortnight. */
    static Typed from(Typed typed, LocalDate day) {
        return typed.with("from", day).with("to", day.plusDays(USUAL_DAYS));
    }
}
