package app.clientele.site;

import gg.jte.Content;
import gg.jte.html.escape.Escape;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.joda.money.Money;

/** How one reader writes dates, times and numbers. */
public record Formats(Texts texts, Locale locale, ZoneId zone, Clock clock) {
    private static final Duration RELATIVE = Duration.ofDays(7);

    public String date(LocalDate date) {
        return style(FormatStyle.MEDIUM).format(date);
    }

    public String date(Instant instant) {
        return style(FormatStyle.MEDIUM).format(instant.atZone(zone));
    }

    /** The time of day. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /** Whether the reader's clock counts to twelve, with am and pm. */
    public boolean hasHalves() {
        return DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                        null, FormatStyle.SHORT, IsoChronology.INSTANCE, locale)
                .contains("a");
    }

    public String dateTime(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(instant.atZone(zone));
    }

    /** Day and weekday in full: "Tuesday, 24 November 2026". */
    public String day(LocalDate date) {
        return style(FormatStyle.FULL).format(date);
    }

    /** Weekday and day in few letters: "Tue, Nov 24, 2026". */
    public String shortDay(LocalDate date) {
        return DateTimeFormatter.ofLocalizedPattern("yMMMEd").withLocale(locale).format(date);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    public String money(Money money) {
        // the sign first, as beside amounts that are taken off
        return (money.isNegative() ? "−" : "") + MoneyText.whole(money.abs(), locale);
    }

    /** How long something takes: "45 min", "1 h 30 min". */
    public String minutes(int minutes) {
        String part = minutes < 60 ? "minutes" : minutes % 60 == 0 ? "hours" : "both";
        return texts.text(locale, "site.lasts." + part, minutes / 60, minutes % 60);
    }

    /** "2 hours ago" or "in 3 days" up to a week away, then the date. */
    public String ago(Instant instant) {
        var distance = Duration.between(instant, clock.instant());
        if (distance.abs().compareTo(RELATIVE) > 0) {
            return date(instant);
        }
        var direction = distance.isNegative() ? "site.in." : "site.ago.";
        return relative(direction, distance.abs(), instant);
    }

    /** The same as an element whose title and {@code datetime} carry the full moment. */
    public Content agoElement(Instant instant) {
        return out -> {
            out.writeContent("<time datetime=\"" + instant.truncatedTo(ChronoUnit.SECONDS));
            out.writeContent("\" title=\"");
            Escape.htmlAttribute(dateTime(instant), out);
            out.writeContent("\">");
            Escape.htmlContent(ago(instant), out);
            out.writeContent("</time>");
        };
    }

    private String relative(String direction, Duration distance, Instant instant) {
        if (distance.toMinutes() < 1) {
            return texts.text(locale, "site.ago.now");
        }
        if (distance.toHours() < 1) {
            return texts.text(locale, direction + "minutes", distance.toMinutes());
        }
        long days = Math.abs(ChronoUnit.DAYS.between(dayOf(instant), dayOf(clock.instant())));
        return days == 0 || distance.toHours() < 12
                ? texts.text(locale, direction + "hours", distance.toHours())
                : texts.text(locale, direction + "days", Math.max(days, 1));
    }

    private LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    private DateTimeFormatter style(FormatStyle style) {
        return DateTimeFormatter.ofLocalizedDate(style).withLocale(locale);
    }
}
