package app.clientele.memberships.web;

import app.clientele.memberships.Attention;
import app.clientele.memberships.Benefits;
import app.clientele.memberships.Interval;
import app.clientele.memberships.Membership;
import app.clientele.memberships.MembershipCharge;
import app.clientele.memberships.MembershipEvent;
import app.clientele.memberships.MembershipState;
import app.clientele.memberships.Plan;
import app.clientele.memberships.PlanChange;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Memberships in words. */
public final class MembershipWords {
    private MembershipWords() {}

    public static String state(View view, MembershipState state) {
        return view.t("memberships.state." + state.wireName());
    }

    public static String colour(MembershipState state) {
        return switch (state) {
            case ACTIVE -> "green";
            case UPCOMING, PAUSED -> "blue";
            case NEEDS_ATTENTION -> "orange";
            case CANCELLED, EXPIRED -> "grey";
        };
    }

    public static String attention(View view, Attention attention) {
        return view.t("memberships.attention." + attention.wireName());
    }

    public static String charge(View view, MembershipCharge charge) {
        String kind = view.t("memberships.charge." + charge.kind().wireName());
        return charge.until() == null
                ? kind
                : view.t(
                        "memberships.charge.span",
                        view.formats().date(charge.from()),
                        view.formats().date(charge.until()));
    }

    public static String chargeState(View view, MembershipCharge.State state) {
        return view.t("memberships.charge.state." + state.wireName());
    }

    public static String chargeColour(MembershipCharge.State state) {
        return switch (state) {
            case PAID -> "green";
            case WAITING -> "blue";
            case OPEN, SKIPPED -> "orange";
            case FAILED, DISPUTED -> "red";
            case REFUNDED, VOID, PAUSED -> "grey";
        };
    }

    /** Such as {@code Paused from 1 Dec until 1 Feb}. */
    public static String event(View view, MembershipEvent event) {
        String day = view.formats().date(event.day());
        String key = "memberships.event." + event.kind().wireName();
        if (event.kind() == MembershipEvent.Kind.PAUSED && event.untilOn() != null) {
            return view.t(key + ".until", day, view.formats().date(event.untilOn()));
        }
        return event.plan() == null ? view.t(key, day) : view.t(key, day, event.plan());
    }

    /** What a pause is, and until when. */
    public static String pause(View view, Membership.Pause pause) {
        String day = view.formats().date(pause.on());
        String until =
                pause.resumesOn() == null
                        ? view.t("memberships.pause.open", day)
                        : view.t(
                                "memberships.pause.until",
                                day,
                                view.formats().date(pause.resumesOn()));
        return until
                + " · "
                + view.t(pause.access() ? "memberships.pause.access" : "memberships.pause.none");
    }

    /** Why there is something back, such as {@code 12 of 30 days are not used}. */
    public static String unused(View view, PlanChange.Unused unused) {
        return unused.ofVisits() == 0
                ? view.t("memberships.change.days", unused.days(), unused.ofDays())
                : view.t(
                        "memberships.change.visits",
                        unused.days(),
                        unused.ofDays(),
                        unused.visits(),
                        unused.ofVisits());
    }

    /** Such as {@code 4 × Massage · 10 % off products}. */
    public static String benefits(View view, Benefits benefits) {
        Stream<String> visits =
                benefits.brought().stream().map(v -> v.visits() + " × " + v.service());
        Stream<@Nullable String> discounts =
                Stream.of(
                        off(view, "memberships.benefits.off.services", benefits.serviceDiscount()),
                        off(view, "memberships.benefits.off.products", benefits.productDiscount()));
        return Stream.concat(visits, discounts)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }

    private static @Nullable String off(View view, String key, @Nullable BigDecimal percent) {
        return percent == null || percent.signum() == 0
                ? null
                : view.t(key, percent.stripTrailingZeros().toPlainString());
    }

    /** Such as {@code € 50 every 3 months}. */
    public static String price(View view, Money price, Interval interval) {
        int every = interval.every() == null ? 1 : interval.every();
        String unit =
                String.valueOf(interval.unit() == null ? "month" : interval.unit().wireName());
        return view.t("memberships.every." + unit, view.formats().money(price), every);
    }

    public static String price(View view, Plan plan) {
        return price(view, plan.price(), plan.interval());
    }

    public static String price(View view, Membership membership) {
        return price(view, membership.price(), membership.interval());
    }

    static List<Option> units(View view) {
        return Stream.of(Interval.Unit.values())
                .map(u -> new Option(u.wireName(), view.t("memberships.unit." + u.wireName())))
                .toList();
    }

    public static List<Option> states(View view) {
        return Stream.of(MembershipState.values())
                .map(s -> new Option(s.wireName(), state(view, s)))
                .toList();
    }
}
