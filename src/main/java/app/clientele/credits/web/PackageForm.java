package app.clientele.credits.web;

import app.clientele.credits.ServicePackage;
import app.clientele.site.FormErrors;
import app.clientele.site.FormRows;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A package, as typed so far.
 *
 * @param path where it is sent
 * @param present the one that is changed; absent while it is new
 * @param services what may be in it
 */
public record PackageForm(
        View view,
        String path,
        @Nullable ServicePackage present,
        String currency,
        List<Option> services,
        List<Option> taxes,
        Typed typed,
        FormErrors errors) {
    public static final FormRows ROWS = new FormRows("items", List.of("serviceId", "visits"), 20);

    PackageForm with(Typed other, FormErrors found) {
        return new PackageForm(view, path, present, currency, services, taxes, other, found);
    }

    public @Nullable String value(String field) {
        return typed.value(field);
    }

    public boolean ticked(String field) {
        return typed.has(field, "true");
    }

    /** What is wrong with a field, whichever part of it that is. */
    public @Nullable String error(String field) {
        return errors.byField().entrySet().stream()
                .filter(e -> e.getKey().equals(field) || e.getKey().startsWith(field + "."))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    /** The same with all rows that say something first. */
    PackageForm packed() {
        return with(ROWS.packed(typed), errors);
    }

    /** What was typed, as the fields of the command. */
    MultiValueMap<String, String> fields() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        String price = fields.getFirst("price");
        fields.remove("price");
        if (price != null && !price.isBlank()) {
            fields.set(
                    "price.amount",
                    MoneyText.decimal(price, CurrencyUnit.of(currency), view.locale()));
            fields.set("price.currency", currency);
        }
        return fields;
    }

    static Typed begun(View view, ServicePackage present) {
        Typed typed =
                Typed.nothing()
                        .with("name", present.name())
                        .with("description", present.description())
                        .with("price", MoneyText.amount(present.price(), view.locale()))
                        .with("lastsDays", present.lastsDays())
                        .with("online", present.online())
                        .with("shared", present.shared())
                        .with("taxRateId", present.taxRateId())
                        .with("_version", present.version());
        for (int i = 0; i < present.items().size(); i++) {
            var item = present.items().get(i);
            typed =
                    typed.with(ROWS.field(i, "serviceId"), item.serviceId())
                            .with(ROWS.field(i, "visits"), item.visits());
        }
        return typed;
    }
}
