package app.clientele.memberships.web;

import app.clientele.memberships.Benefits;
import app.clientele.memberships.Plan;
import app.clientele.site.FormErrors;
import app.clientele.site.FormRows;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A plan, as typed so far.
 *
 * @param path where it is sent
 * @param plan the one that is changed; absent while it is new
 * @param taxes what there is to choose from
 * @param services what it may bring visits of
 */
public record MembershipPlanForm(
        View view,
        String path,
        @Nullable Plan plan,
        String currency,
        List<Option> taxes,
        List<Option> services,
        Typed typed,
        FormErrors errors) {
    /** What it brings each period. */
    public static final FormRows ROWS =
            new FormRows("benefits.visits", List.of("serviceId", "visits"), 20);

    private static final String BENEFITS = "benefits.";
    private static final List<String> AMOUNTS = List.of("price", "joiningFee", "leavingFee");

    MembershipPlanForm with(Typed other, FormErrors found) {
        return new MembershipPlanForm(view, path, plan, currency, taxes, services, other, found);
    }

    public @Nullable String value(String field) {
        return typed.value(field);
    }

    /** What is wrong with a field, whichever part of it that is. */
    public @Nullable String error(String field) {
        return errors.byField().entrySet().stream()
                .filter(e -> e.getKey().equals(field) || e.getKey().startsWith(field + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    public boolean ticked(String field) {
        return typed.has(field, "true");
    }

    public List<Option> units() {
        return MembershipWords.units(view);
    }

    /** What was typed, as the fields of the command. */
    MultiValueMap<String, String> fields() {
        CurrencyUnit unit = CurrencyUnit.of(currency);
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        for (String name : AMOUNTS) {
            fields.remove(name);
            String amount = typed.value(name);
            if (amount != null && !amount.isBlank()) {
                fields.set(name + ".amount", MoneyText.decimal(amount, unit, view.locale()));
                fields.set(name + ".currency", currency);
            }
        }
        return fields;
    }

    static Typed begun(View view, Plan plan) {
        Typed typed =
                Typed.nothing()
                        .with("name", plan.name())
                        .with("description", plan.description())
                        .with("price", MoneyText.amount(plan.price(), view.locale()))
                        .with("interval.every", plan.interval().every())
                        .with("interval.unit", unit(plan))
                        .with("joiningFee", amount(view, plan.joiningFee()))
                        .with("term", plan.term())
                        .with("noticeDays", plan.noticeDays() == 0 ? null : plan.noticeDays())
                        .with("leavingFee", amount(view, plan.leavingFee()))
                        .with("taxRateId", plan.taxRateId())
                        .with("_version", plan.version());
        return benefits(typed, plan.benefits());
    }

    private static Typed benefits(Typed begun, Benefits benefits) {
        Typed typed =
                begun.with(BENEFITS + "carriedPeriods", filled(benefits.carried()))
                        .with(BENEFITS + "carriedForever", benefits.lastsForever())
                        .with(BENEFITS + "shared", benefits.isShared())
                        .with(BENEFITS + "serviceDiscount", percent(benefits.serviceDiscount()))
                        .with(BENEFITS + "productDiscount", percent(benefits.productDiscount()));
        for (int i = 0; i < benefits.brought().size(); i++) {
            var visit = benefits.brought().get(i);
            typed =
                    typed.with(ROWS.field(i, "serviceId"), visit.serviceId())
                            .with(ROWS.field(i, "visits"), visit.visits());
        }
        return typed;
    }

    private static @Nullable Integer filled(int number) {
        return number == 0 ? null : number;
    }

    private static @Nullable String percent(@Nullable BigDecimal percent) {
        return percent == null || percent.signum() == 0
                ? null
                : percent.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String unit(Plan plan) {
        var unit = plan.interval().unit();
        return unit == null ? null : unit.wireName();
    }

    private static @Nullable String amount(View view, Money money) {
        return money.isZero() ? null : MoneyText.amount(money, view.locale());
    }
}
