package app.clientele.customers.web.notes;

import app.clientele.customers.notes.Alert;
import app.clientele.customers.notes.Alert.Acknowledgement;
import app.clientele.site.View;
import java.util.stream.Collectors;

/** Alerts in the words of whoever looks. */
public final class AlertWords {
    private static final int LONGEST = 300;

    private AlertWords() {}

    public static String icon(Alert alert) {
        return alert.source().equals("alert") ? "alert-triangle" : NoteList.icon(alert.source());
    }

    /** What sort of thing it is: an allergy, a condition, or how much it matters. */
    public static String kind(View view, Alert alert) {
        return alert.source().equals("alert")
                ? view.t("profile.alert.level." + alert.level())
                : view.t("profile.kind." + alert.source());
    }

    /** The text, cut where a note is long. */
    public static String text(Alert alert) {
        String text = alert.text();
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** Who wrote it and when, and until when it is shown. */
    public static String origin(View view, Alert alert) {
        String since = view.date(alert.createdAt());
        String by =
                alert.author() == null ? since : view.t("profile.alert.by", alert.author(), since);
        return alert.expiresOn() == null
                ? by
                : by + ", " + view.t("profile.alert.until", view.date(alert.expiresOn()));
    }

    /** The same, with who has read it. */
    public static String told(View view, Alert alert) {
        String read =
                alert.acknowledgements().isEmpty()
                        ? view.t("profile.alert.unread")
                        : view.t("profile.alert.read.by", readers(view, alert));
        return origin(view, alert) + (alert.red() ? ". " + read : "");
    }

    private static String readers(View view, Alert alert) {
        return alert.acknowledgements().stream()
                .map(a -> reader(view, a))
                .collect(Collectors.joining(", "));
    }

    private static String reader(View view, Acknowledgement a) {
        return a.by() + " (" + view.date(a.at()) + ")";
    }

    /** The beginning of it, for the bar that stays. */
    public static String excerpt(Alert alert) {
        return NoteList.excerpt(alert.text());
    }
}
