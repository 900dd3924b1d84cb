package app.clientele.sales.web.fees;

import app.clientele.sales.fees.Fee;
import app.clientele.sales.fees.FeeKind;
import app.clientele.sales.fees.FeeRule;
import app.clientele.sales.fees.FeeState;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.View;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Fees and their rules in words, and amounts as one types them. */
public final class FeeWords {
    private FeeWords() {}

    public static String kind(View view, FeeKind kind) {
        return view.t("fees.kind." + kind.wireName());
    }

    public static String state(View view, FeeState state) {
        return view.t("fees.state." + state.wireName());
    }

    public static String colour(FeeState state) {
        return switch (state) {
            case PROPOSED -> "orange";
            case CHARGED -> "green";
            case WAIVED, WITHDRAWN -> "grey";
        };
    }

    public static String path(Fee fee) {
        return "/fees/" + fee.id();
    }

    static List<Option> kinds(View view) {
        return Stream.of(FeeKind.values())
                .map(k -> new Option(k.wireName(), kind(view, k)))
                .toList();
    }

    static List<Option> groups(View view) {
        return Stream.of(FeeRule.Whom.values())
                .map(w -> new Option(w.wireName(), view.t("fees.whom." + w.wireName())))
                .toList();
    }

    /** Such as {@code 50 %} or an amount of money. */
    public static String much(View view, @Nullable BigDecimal percent, @Nullable Money amount) {
        return percent == null
                ? view.formats().money(Objects.requireNonNull(amount))
                : view.t("fees.percent", percent.toPlainString());
    }

    /** When and for whom a rule holds. */
    public static String terms(View view, FeeRule rule) {
        List<String> parts = new ArrayList<>();
        parts.add(
                switch (rule.whom()) {
                    case EVERYBODY, NEW -> view.t("fees.whom." + rule.whom().wireName());
                    case MISSED ->
                            view.t("fees.terms.missed", Objects.requireNonNull(rule.missedLeast()));
                    case ABOVE ->
                            view.t(
                                    "fees.terms.above",
                                    view.formats().money(Objects.requireNonNull(rule.above())));
                });
        if (rule.hours() != null) {
            parts.add(view.t("fees.terms.hours", rule.hours()));
        }
        if (!rule.serviceIds().isEmpty()) {
            parts.add(view.t("fees.terms.services", rule.serviceIds().size()));
        }
        return String.join(" · ", parts);
    }

    /** A share or an amount as it stands in its field. */
    static String typed(View view, @Nullable BigDecimal percent, @Nullable Money amount) {
        return percent == null
                ? MoneyText.amount(Objects.requireNonNull(amount), view.locale())
                : percent.toPlainString() + " %";
    }

    /** What was typed, as the fields of a command: with the mark for percent it is a share. */
    static MultiValueMap<String, String> fields(
            View view, MultiValueMap<String, String> typed, CurrencyUnit unit) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed);
        fields.remove("much");
        String much = typed.getFirst("much");
        if (much != null && much.contains("%")) {
            var three = CurrencyUnit.of("KWD"); // as many decimals as a share may have
            fields.set(
                    "percent",
                    MoneyText.decimal(much.replace("%", ""), three, view.locale()).strip());
        } else {
            money(view, fields, "amount", much, unit);
        }
        return fields;
    }

    static void money(
            View view,
            MultiValueMap<String, String> fields,
            String name,
            @Nullable String typed,
            CurrencyUnit unit) {
        fields.remove(name);
        if (typed != null && !typed.isBlank()) {
            fields.set(name + ".amount", MoneyText.decimal(typed, unit, view.locale()));
            fields.set(name + ".currency", unit.getCode());
        }
    }
}
