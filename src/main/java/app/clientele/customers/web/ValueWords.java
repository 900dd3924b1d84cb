package app.clientele.customers.web;

import app.clientele.customers.custom.CustomField;
import app.clientele.customers.web.custom.CustomWords;
import app.clientele.shared.Birthday;
import app.clientele.site.View;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Values of a record as kept, in the viewer's words. */
public record ValueWords(View view) {
    private static final int LONGEST = 160;

    /**
     * @param own what the business says of the field, where it is its own
     */
    public String whole(String field, @Nullable CustomField own, String value) {
        return own == null ? whole(field, value) : CustomWords.told(view, own, value);
    }

    private String whole(String field, String value) {
        return switch (field) {
            case "language" -> Shown.language(view, value);
            case "kind" -> view.t("profile.kind." + value);
            case "relation" -> view.t("family.relation." + value);
            case "agreement" -> view.t("family.agreement." + value);
            case "state" -> view.t("profile.state." + value);
            case "pinned", "primary", "mayBook", "mayView", "mayPay", "copied", "silent" ->
                    view.t(value.equals("true") ? "profile.yes" : "profile.no");
            case "decision" -> view.t("online.decision." + value);
            case "appointmentStatus" -> view.t("appointments.status." + value);
            case "startsAt",
                    "endsAt",
                    "offerUntil",
                    "issued_at",
                    "taken_at",
                    "voided_at",
                    "settled_at" ->
                    view.dateTime(OffsetDateTime.parse(value).toInstant());
            case "price" -> view.formats().money(Money.parse(value));
            case "photo" -> view.t("profile.history.photo");
            case "deactivated", "ended", "undone" -> view.t("profile.yes");
            case "rule" -> view.t("rules.online." + value);
            case "level" -> view.t("profile.alert.level." + value);
            case "from_minute", "until_minute" -> clock(Integer.parseInt(value));
            case "weekdays" -> weekdays(value);
            case "customerSince",
                    "date",
                    "expiresOn",
                    "validFrom",
                    "validTo",
                    "from_day",
                    "until_day" ->
                    view.date(LocalDate.parse(value));
            case "birthday" -> Shown.birthday(view, Birthday.parse(value));
            case "country" -> Locale.of("", value).getDisplayCountry(view.locale());
            default -> field.endsWith("_minor") ? view.formats().money(Money.parse(value)) : value;
        };
    }

    private static String clock(int minute) {
        return "%02d:%02d".formatted(minute / 60, minute % 60);
    }

    /** Of numbers such as {@code [1, 3]}. */
    private String weekdays(String value) {
        return Pattern.compile("[1-7]")
                .matcher(value)
                .results()
                .map(day -> DayOfWeek.of(Integer.parseInt(day.group())))
                .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, view.locale()))
                .collect(Collectors.joining(", "));
    }

    /** The same, cut where it is long. */
    public String cut(String field, @Nullable CustomField own, @Nullable String value) {
        String words = value == null ? "" : whole(field, own, value);
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
