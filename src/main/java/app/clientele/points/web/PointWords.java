package app.clientele.points.web;

import app.clientele.points.PointEntry;
import app.clientele.site.View;

/** Points in words. */
public final class PointWords {
    private PointWords() {}

    public static String cause(View view, PointEntry entry) {
        return view.t("points.cause." + entry.cause().wireName());
    }

    /** With a sign, as it changes what they have. */
    public static String change(View view, PointEntry entry) {
        String amount = view.number(Math.abs(entry.points()));
        return (entry.points() < 0 ? "−" : "+") + amount;
    }
}
