package app.clientele.business.web;

import app.clientele.business.Branches.Branch;
import app.clientele.business.Service;
import app.clientele.business.Service.Performer;
import app.clientele.business.ServiceTaxes.ServiceTax;
import app.clientele.business.Services.Category;
import app.clientele.business.Staff.Member;
import app.clientele.shared.Colours;
import app.clientele.site.FormErrors;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The form of a service. Money stands in it as the reader writes it; who performs the service is
 * ticked in {@code _staff}, with their own time and price in fields named for them.
 */
public record ServiceForm(
        View view,
        @Nullable Service service,
        Typed typed,
        FormErrors errors,
        Offer offer,
        CurrencyUnit currency) {
    /** Who and what is there to be chosen. */
    public record Offer(
            List<Member> staff,
            List<Branch> branches,
            List<Category> categories,
            List<ServiceTax> taxes) {}

    /** A colleague as the form offers them. */
    public record Row(UUID id, String name, boolean active) {}

    public String action() {
        return "/settings/services/" + (service == null ? "new" : service.id());
    }

    public String title() {
        return service == null ? view.t("business.services.new") : service.name();
    }

    public @Nullable String value(String name) {
        return typed.value(name);
    }

    public @Nullable String error(String name) {
        return errors.get(name);
    }

    public List<Option> categories() {
        return offer.categories().stream()
                .filter(c -> !c.archived() || c.id().toString().equals(typed.value("categoryId")))
                .map(c -> new Option(c.id().toString(), c.name()))
                .toList();
    }

    /** None where the business has no taxes. */
    public List<Option> taxes() {
        return offer.taxes().stream()
                .filter(t -> !t.archived() || t.id().toString().equals(typed.value("taxRateId")))
                .map(t -> new Option(t.id().toString(), t.name()))
                .toList();
    }

    public List<Option> colours() {
        return Colours.ALL.stream()
                .map(c -> new Option(c, view.t("customers.colour." + c)))
                .toList();
    }

    public List<Option> branches() {
        return offer.branches().stream()
                .filter(b -> b.archivedAt() == null || typed.has("branchIds[]", b.id().toString()))
                .map(b -> new Option(b.id().toString(), b.name()))
                .toList();
    }

    /** Who works here, and who left but performed it. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        offer.staff().forEach(m -> rows.add(new Row(m.id(), m.name(), true)));
        if (service != null) {
            service.performers().stream()
                    .filter(p -> !p.active())
                    .forEach(p -> rows.add(new Row(p.staffId(), p.name(), false)));
        }
        return rows;
    }

    public boolean performs(Row row) {
        return typed.has("_staff", row.id().toString());
    }

    /** Whether their own time and price stand open. */
    public boolean differs(Row row) {
        return filled(value("_minutes." + row.id()))
                || filled(value("_price." + row.id()))
                || ownError(row, "minutes") != null
                || ownError(row, "price") != null;
    }

    private static boolean filled(@Nullable String text) {
        return text != null && !text.isBlank();
    }

    /** Where the sentence above the form leads to. */
    public String ownId(Row row, String field) {
        int place = typed.values("_staff").indexOf(row.id().toString());
        return place < 0 ? "f-" + field + "-" + row.id() : "f-performers[" + place + "]." + field;
    }

    public @Nullable String ownError(Row row, String field) {
        return errors.get(ownId(row, field).substring(2));
    }

    /** Told where the price is in a currency the business no longer uses. */
    public @Nullable String formerCurrency() {
        Money price = service == null ? null : service.price();
        return price == null || price.getCurrencyUnit().equals(currency)
                ? null
                : price.getCurrencyUnit().getCode();
    }

    static Typed begun(Service service, Locale locale) {
        Typed typed =
                Typed.nothing()
                        .with("name", service.name())
                        .with("description", service.description())
                        .with("categoryId", service.categoryId())
                        .with("minutes", service.minutes())
                        .with("bufferBeforeMinutes", service.bufferBeforeMinutes())
                        .with("bufferAfterMinutes", service.bufferAfterMinutes())
                        .with("price", amount(service.price(), locale))
                        .with("colour", service.colour())
                        .with("online", service.online())
                        .with("minAge", service.minAge())
                        .with("taxRateId", service.taxRateId())
                        .with("branchIds[]", service.branchIds())
                        .with(
                                "_staff",
                                service.performers().stream().map(Performer::staffId).toList())
                        .with("_version", service.version());
        for (Performer p : service.performers()) {
            typed =
                    typed.with("_minutes." + p.staffId(), p.minutes())
                            .with("_price." + p.staffId(), amount(p.price(), locale));
        }
        return typed;
    }

    private static @Nullable String amount(@Nullable Money money, Locale locale) {
        return money == null ? null : MoneyText.amount(money, locale);
    }

    /** What was typed, as the fields of the command. */
    static MultiValueMap<String, String> fields(Typed typed, CurrencyUnit currency, Locale locale) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        fields.remove("price");
        putPrice(fields, "price", typed.value("price"), currency, locale);
        List<String> staff = typed.values("_staff");
        for (int i = 0; i < staff.size(); i++) {
            String id = staff.get(i);
            String row = "performers[" + i + "].";
            String minutes = typed.value("_minutes." + id);
            fields.set(row + "staffId", id);
            fields.set(row + "minutes", minutes == null ? "" : minutes);
            putPrice(fields, row + "price", typed.value("_price." + id), currency, locale);
        }
        return fields;
    }

    private static void putPrice(
            MultiValueMap<String, String> fields,
            String name,
            @Nullable String typed,
            CurrencyUnit currency,
            Locale locale) {
        if (typed != null && !typed.isBlank()) {
            fields.set(name + ".amount", MoneyText.decimal(typed, currency, locale));
            fields.set(name + ".currency", currency.getCode());
        }
    }
}
