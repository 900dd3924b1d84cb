package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.CustomerPrice;
import app.clientele.calendar.rules.Objection;
import app.clientele.calendar.rules.OnlineBooking;
import app.clientele.calendar.rules.OnlineRule;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How the rules about bookings are spoken of. */
public final class BookingWords {
    private BookingWords() {}

    public static String rule(View view, OnlineRule rule) {
        return view.t("rules.online." + rule.wireName());
    }

    static List<Option> rules(View view) {
        return Arrays.stream(OnlineRule.values())
                .map(rule -> new Option(rule.wireName(), rule(view, rule)))
                .toList();
    }

    /** The more somebody is kept from, the redder. */
    public static String colour(OnlineRule rule) {
        return switch (rule) {
            case ALLOW -> "green";
            case REQUIRE_ACCEPTANCE, WAITLIST_ONLY -> "yellow";
            case BLOCK -> "red";
        };
    }

    /** Where and when it holds, if that is not everywhere and always. */
    public static String scope(View view, OnlineBooking online) {
        return Stream.of(
                        online.branch() == null ? "" : online.branch(),
                        dates(view, online),
                        online.silent() ? view.t("rules.online.silent.is") : "")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String dates(View view, OnlineBooking online) {
        var from = online.from();
        var to = online.to();
        if (from != null && to != null) {
            return view.t("rules.online.between", view.date(from), view.date(to));
        }
        if (from != null) {
            return view.t("rules.online.since", view.date(from));
        }
        return to == null ? "" : view.t("rules.online.until", view.date(to));
    }

    /** What stands against a booking, with what colleagues wrote about it. */
    public static String objection(View view, Objection objection) {
        return view.t(objection.messageKey(), objection.reason().args().toArray()).strip();
    }

    /** What was agreed on: a price, a duration or both. */
    public static String agreed(View view, CustomerPrice price) {
        return Stream.of(
                        price.price() == null ? null : view.formats().money(price.price()),
                        price.minutes() == null ? null : view.formats().minutes(price.minutes()))
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    /** With whom, and what was noted. */
    public static String about(View view, CustomerPrice price) {
        String with = price.staff() == null ? null : view.t("rules.price.with", price.staff());
        return joined(with, price.note());
    }

    private static String joined(@Nullable String one, @Nullable String other) {
        return Stream.of(one, other).filter(s -> s != null).collect(Collectors.joining(". "));
    }
}
