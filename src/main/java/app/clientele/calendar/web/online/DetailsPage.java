package app.clientele.calendar.web.online;

import app.clientele.calendar.online.Offered;
import app.clientele.calendar.online.Offered.Colleague;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who books: the last step before it is done.
 *
 * @param notices what else they are told before
 */
public record DetailsPage(
        PublicFrame frame,
        BookingPath path,
        Offered choice,
        Instant start,
        List<String> notices,
        Typed typed,
        FormErrors errors) {
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

    /** Day and time by the branch's clock. */
    public String when() {
        View there = view().in(view().locale(), choice.zone());
        return view().day(LocalDate.ofInstant(start, choice.zone()))
                + ", "
                + there.time(start)
                + "–"
                + there.time(start.plusSeconds(choice.minutes() * 60L));
    }

    public String zoneName() {
        return choice.zone().getDisplayName(TextStyle.FULL_STANDALONE, view().locale());
    }

    public String staff() {
        var id = path.staffId();
        return id == null
                ? view().t("online.anybody")
                : choice.colleague(id).map(Colleague::name).orElse("");
    }
}
