package app.clientele.sales.web.catalogue;

import app.clientele.sales.catalogue.SalesSettings.OwingOnline;
import app.clientele.site.FormErrors;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The form of something in the sales catalogue, as typed so far.
 *
 * @param list where it is found again
 * @param options what there is to choose from: taxes for a product, branches for a tax
 */
public record CatalogueForm(
        View view,
        String title,
        String list,
        String action,
        Typed typed,
        FormErrors errors,
        List<Option> options,
        CurrencyUnit currency) {
    /** How whoever owes money may book online. */
    public List<Option> owing() {
        return Stream.of(OwingOnline.values())
                .map(o -> new Option(o.wireName(), view.t("sales.owing." + o.wireName())))
                .toList();
    }

    CatalogueForm with(Typed other, FormErrors found) {
        return new CatalogueForm(view, title, list, action, other, found, options, currency);
    }

    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public boolean ticked(String name) {
        return "true".equals(typed.value(name));
    }

    /** What was typed, with the price as the command wants it. */
    MultiValueMap<String, String> priced() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        fields.remove("price");
        String price = typed.value("price");
        if (price != null && !price.isBlank()) {
            fields.set("price.amount", MoneyText.decimal(price, currency, view.locale()));
            fields.set("price.currency", currency.getCode());
        }
        return fields;
    }

    /** What was typed, with percentages as the command wants them: a row for each branch told. */
    MultiValueMap<String, String> percentages() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        decimal(fields, "percent", typed.value("percent"));
        int row = 0;
        for (Option branch : options) {
            String percent = typed.value("_percent." + branch.value());
            if (percent != null && !percent.isBlank()) {
                fields.set("branches[" + row + "].branchId", branch.value());
                decimal(fields, "branches[" + row + "].percent", percent);
                row++;
            }
        }
        return fields;
    }

    private void decimal(
            MultiValueMap<String, String> fields, String name, @Nullable String typed) {
        if (typed != null && !typed.isBlank()) {
            fields.set(name, decimal(typed, view.locale()));
        }
    }

    /** A percentage as one writes it; with its own mark, or a point. */
    static String decimal(String typed, Locale locale) {
        return MoneyText.decimal(typed.replace("%", ""), CurrencyUnit.of("KWD"), locale);
    }

    /** What is wrong with the percentage of a branch. */
    public @Nullable String branchError(String branch) {
        int row = 0;
        for (Option option : options) {
            String percent = typed.value("_percent." + option.value());
            boolean said = percent != null && !percent.isBlank();
            if (option.value().equals(branch)) {
                return said ? error("branches[" + row + "].percent") : null;
            }
            row += said ? 1 : 0;
        }
        return null;
    }
}
