package app.clientele.gateway.web;

import app.clientele.site.View;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Cards in words. */
public final class CardWords {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM/yy");

    private CardWords() {}

    /** As it is printed on a card. */
    public static String month(View view, LocalDate until) {
        return MONTH.withLocale(view.locale()).format(until);
    }

    /** Why nothing came of it. */
    public static String reason(View view, String code) {
        return view.t("gateway.reason." + code);
    }
}
