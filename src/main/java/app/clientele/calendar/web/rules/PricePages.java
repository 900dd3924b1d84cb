package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.CustomerPrice;
import app.clientele.calendar.rules.CustomerPrices;
import app.clientele.calendar.rules.CustomerPrices.PriceDetails;
import app.clientele.customers.history.UndoToasts;
import app.clientele.customers.web.ProfilePages;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.MoneyText;
import app.clientele.site.Overtaken;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Locale;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Prices agreed on with a customer: added, changed, taken away. */
@Controller
@RequestMapping(ProfilePages.PATH + "/prices")
@Requires(Permission.PRICE_EDIT)
class PricePages {
    private static final String BELOW = "prices";

    private final CustomerPrices prices;
    private final RuleForms forms;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    PricePages(
            CustomerPrices prices,
            RuleForms forms,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.prices = prices;
        this.forms = forms;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    static String path(UUID customer) {
        return "/customers/" + customer + "/" + BELOW;
    }

    @GetMapping("/new")
    JteModel blank(View view, @PathVariable UUID id) {
        return show(forms.begin(view, id, "price", BELOW, null, Typed.nothing()));
    }

    private JteModel show(RuleForm form) {
        return forms.show(form, templates.rulesPrice(form));
    }

    @PostMapping
    Object add(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = forms.begin(view, id, "price", BELOW, null, new Typed(fields));
        try {
            var details = details(form);
            var toast = toasts.after(id, "rules.price.added", () -> prices.add(id, details));
            return view.redirect("/customers/" + id, toast);
        } catch (Invalid e) {
            return view.invalid(show(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Refused e) {
            return refused(form, e);
        }
    }

    private JteModel refused(RuleForm form, Refused e) {
        View view = form.view();
        String why = view.reason(e.reasons().getFirst());
        return view.status(
                HttpStatus.CONFLICT, show(form.with(form.typed(), FormErrors.of("", why))));
    }

    private PriceDetails details(RuleForm form) {
        return input.form(
                fields(form.typed(), form.choices().currency(), form.view().locale()),
                PriceDetails.class);
    }

    @GetMapping("/{rule}/edit")
    JteModel form(View view, @PathVariable UUID id, @PathVariable UUID rule) {
        CustomerPrice present = prices.get(id, rule);
        return show(forms.begin(view, id, "price", BELOW, rule, begun(view, present)));
    }

    private static Typed begun(View view, CustomerPrice present) {
        return Typed.nothing()
                .with("serviceId", present.serviceId())
                .with("staffId", present.staffId())
                .with("price", amount(view, present.price()))
                .with("minutes", present.minutes())
                .with("note", present.note())
                .with("_version", present.version());
    }

    private static @Nullable String amount(View view, @Nullable Money price) {
        return price == null ? null : MoneyText.amount(price, view.locale());
    }

    /** What was typed, as the fields of the command. */
    private static MultiValueMap<String, String> fields(
            Typed typed, CurrencyUnit currency, Locale locale) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        fields.remove("price");
        String price = typed.value("price");
        if (price != null && !price.isBlank()) {
            fields.set("price.amount", MoneyText.decimal(price, currency, locale));
            fields.set("price.currency", currency.getCode());
        }
        return fields;
    }

    @PostMapping("/{rule}")
    Object change(
            View view,
            @PathVariable UUID id,
            @PathVariable UUID rule,
            @RequestParam MultiValueMap<String, String> fields) {
        prices.get(id, rule);
        var form = forms.begin(view, id, "price", BELOW, rule, new Typed(fields));
        try {
            var details = details(form);
            var toast =
                    toasts.after(
                            id,
                            "rules.price.saved",
                            () -> prices.change(id, rule, details, form.typed().version()));
            return view.redirect("/customers/" + id, toast);
        } catch (Invalid e) {
            return view.invalid(show(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Refused e) {
            return refused(form, e);
        } catch (Stale e) {
            return Overtaken.form(
                    view, e, form.typed(), (again, errors) -> show(form.with(again, errors)));
        }
    }

    @PostMapping("/{rule}/delete")
    ResponseEntity<Void> remove(View view, @PathVariable UUID id, @PathVariable UUID rule) {
        var toast = toasts.after(id, "rules.price.removed", () -> prices.remove(id, rule));
        return view.redirect("/customers/" + id, toast);
    }
}
