package app.clientele.calendar.web.classes;

import app.clientele.business.Branches.Branch;
import app.clientele.business.Services.Category;
import app.clientele.business.Staff.Member;
import app.clientele.calendar.classes.ClassKind;
import app.clientele.calendar.classes.ClassKind.Teacher;
import app.clientele.shared.Colours;
import app.clientele.site.FormErrors;
import app.clientele.site.MoneyText;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The form of a class. Money stands in it as the reader writes it. */
public record KindForm(
        View view,
        @Nullable ClassKind kind,
        Typed typed,
        FormErrors errors,
        Offer offer,
        CurrencyUnit currency) {
    /** Who and what is there to be chosen. */
    public record Offer(List<Member> staff, List<Branch> branches, List<Category> categories) {}

    public String action() {
        return "/settings/classes/" + (kind == null ? "new" : kind.id());
    }

    public String title() {
        return kind == null ? view.t("classes.kind.new") : kind.name();
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

    public List<Option> teachers() {
        return offer.staff().stream().map(m -> new Option(m.id().toString(), m.name())).toList();
    }

    static Typed begun(ClassKind kind, Locale locale) {
        return Typed.nothing()
                .with("name", kind.name())
                .with("description", kind.description())
                .with("categoryId", kind.categoryId())
                .with("minutes", kind.minutes())
                .with("bufferBeforeMinutes", kind.bufferBeforeMinutes())
                .with("bufferAfterMinutes", kind.bufferAfterMinutes())
                .with("price", kind.price() == null ? null : MoneyText.amount(kind.price(), locale))
                .with("colour", kind.colour())
                .with("online", kind.online())
                .with("capacity", kind.capacity())
                .with("offerMinutes", kind.offerMinutes())
                .with(
                        "teacherIds[]",
                        kind.teachers().stream()
                                .filter(Teacher::active)
                                .map(Teacher::staffId)
                                .toList())
                .with("branchIds[]", kind.branchIds())
                .with("_version", kind.version());
    }

    /** What was typed, as the fields of the command. */
    MultiValueMap<String, String> fields() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        fields.remove("price");
        String price = typed.value("price");
        if (price != null && !price.isBlank()) {
            fields.set("price.amount", MoneyText.decimal(price, currency, view.locale()));
            fields.set("price.currency", currency.getCode());
        }
        return fields;
    }
}
