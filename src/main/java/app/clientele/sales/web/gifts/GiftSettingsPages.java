package app.clientele.sales.web.gifts;

import app.clientele.business.Businesses;
import app.clientele.ledger.gifts.GiftSettings;
import app.clientele.ledger.gifts.GiftSettings.Offer;
import app.clientele.ledger.gifts.GiftSettings.OfferDetails;
import app.clientele.shared.Invalid;
import app.clientele.shared.Invalid.Problem;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.MoneyText;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is offered when a gift card is sold. */
@Controller
@Requires(Permission.SETTINGS_SALES)
class GiftSettingsPages {
    static final String PATH = "/settings/gift-cards";

    private final GiftSettings settings;
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;

    GiftSettingsPages(
            GiftSettings settings, Businesses businesses, Input input, Templates templates) {
        this.settings = settings;
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
    }

    private CurrencyUnit unit() {
        return CurrencyUnit.of(businesses.current().currency());
    }

    @GetMapping(PATH)
    JteModel form(View view) {
        Offer offer = settings.current();
        String amounts =
                offer.amounts().stream()
                        .map(m -> MoneyText.amount(m, view.locale()))
                        .collect(Collectors.joining("; "));
        return form(
                view,
                Typed.nothing()
                        .with("amounts", amounts)
                        .with("months", offer.months())
                        .with("_version", offer.version()),
                FormErrors.none());
    }

    private JteModel form(View view, Typed typed, FormErrors errors) {
        return templates.giftsSettings(view, unit().getCode(), typed, errors);
    }

    @PostMapping(PATH)
    Object save(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            settings.change(input.form(named(view, typed), OfferDetails.class), typed.version());
            return view.redirect(PATH, Toast.of("gifts.settings.saved"));
        } catch (Invalid e) {
            return view.invalid(form(view, typed, FormErrors.of(view, whole(e))));
        } catch (Stale e) {
            return Overtaken.form(view, e, typed, (again, errors) -> form(view, again, errors));
        }
    }

    private MultiValueMap<String, String> named(View view, Typed typed) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        String text = typed.value("amounts");
        int row = 0;
        for (String amount : (text == null ? "" : text).split("[;\\s]+")) {
            if (!amount.isBlank()) {
                String field = "amounts[" + row++ + "].";
                fields.set(field + "amount", MoneyText.decimal(amount, unit(), view.locale()));
                fields.set(field + "currency", unit().getCode());
            }
        }
        String months = typed.value("months");
        if (months != null && !months.isBlank()) {
            fields.set("months", months);
        }
        return fields;
    }

    /** All amounts are typed into one field. */
    private static Invalid whole(Invalid invalid) {
        return new Invalid(
                invalid.problems().stream()
                        .flatMap(p ->
                                Stream.of(
                                        p.field().startsWith("amounts")
                                                ? new Problem("amounts", p.code(), p.args())
                                                : p))
                        .toList());
    }
}
