package app.clientele.calendar.web.waitlist;

import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.calendar.waitlist.WaitlistOffer;
import app.clientele.calendar.waitlist.WaitlistStatus;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Wishes and offers in the reader's words; their times are those of the branch's clock. */
public final class WaitlistWords {
    private static final int WEEK = 7;

    private WaitlistWords() {}

    public static String status(View view, WaitlistStatus status) {
        return view.t("waitlist.status." + status.wireName());
    }

    public static String colour(WaitlistStatus status) {
        return switch (status) {
            case WAITING -> "blue";
            case OFFERED -> "yellow";
            case BOOKED -> "green";
            case ENDED, OVER -> "grey";
        };
    }

    /** "24 Nov 2026 – 3 Dec 2026, Mon, Wed, 9:00–12:00". */
    public static String wish(View view, WaitlistEntry entry) {
        return Stream.of(dates(view, entry), weekdays(view, entry), hours(view, entry))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String dates(View view, WaitlistEntry entry) {
        return entry.from().equals(entry.to())
                ? view.day(entry.from())
                : view.date(entry.from()) + " – " + view.date(entry.to());
    }

    private static String weekdays(View view, WaitlistEntry entry) {
        List<Integer> days = entry.weekdays();
        if (days.size() == WEEK) {
            return "";
        }
        boolean row = days.getLast() - days.getFirst() == days.size() - 1;
        return row && days.size() > 2
                ? day(view, days.getFirst()) + "–" + day(view, days.getLast())
                : days.stream().map(d -> day(view, d)).collect(Collectors.joining(", "));
    }

    private static String day(View view, int day) {
        return DayOfWeek.of(day).getDisplayName(TextStyle.SHORT_STANDALONE, view.locale());
    }

    private static String hours(View view, WaitlistEntry entry) {
        LocalTime from = entry.earliest();
        LocalTime to = entry.latest();
        if (from != null && to != null) {
            return time(view, from) + "–" + time(view, to);
        }
        if (from != null) {
            return view.t("waitlist.hours.from", time(view, from));
        }
        return to == null ? "" : view.t("waitlist.hours.until", time(view, to));
    }

    private static String time(View view, LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(view.locale())
                .format(time);
    }

    public static List<Option> weekdays(View view) {
        return Arrays.stream(DayOfWeek.values())
                .map(d ->
                        new Option(
                                String.valueOf(d.getValue()),
                                d.getDisplayName(TextStyle.FULL_STANDALONE, view.locale())))
                .toList();
    }

    /** Day and time of what is offered. */
    public static String when(View view, WaitlistEntry entry, WaitlistOffer offer) {
        View there = view.in(view.locale(), entry.zone());
        LocalDate day = LocalDate.ofInstant(offer.startsAt(), entry.zone());
        return view.day(day)
                + ", "
                + there.time(offer.startsAt())
                + "–"
                + there.time(offer.endsAt());
    }

    /** How much of the time to answer is left. */
    public static String left(View view, WaitlistOffer offer) {
        Instant now = view.formats().clock().instant();
        int minutes = (int) Math.max(0, Duration.between(now, offer.offerUntil()).toMinutes());
        return view.t("waitlist.left", view.formats().minutes(minutes));
    }

    /** What became of the offer before, if anything did. */
    public static @Nullable String before(View view, WaitlistEntry entry) {
        return entry.lastAnswer() == null || entry.lastAnswer().equals("accepted")
                ? null
                : view.t("waitlist.before." + entry.lastAnswer());
    }
}
