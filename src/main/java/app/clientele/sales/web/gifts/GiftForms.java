package app.clientele.sales.web.gifts;

import app.clientele.business.Businesses;
import app.clientele.business.Services;
import app.clientele.ledger.LedgerDays;
import app.clientele.ledger.gifts.GiftSettings;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Begins the form of a gift card. */
class GiftForms {
    private final GiftSettings settings;
    private final Services services;
    private final Businesses businesses;
    private final LedgerDays days;

    GiftForms(GiftSettings settings, Services services, Businesses businesses, LedgerDays days) {
        this.settings = settings;
        this.services = services;
        this.businesses = businesses;
        this.days = days;
    }

    GiftForm begun(View view, @Nullable UUID order, String action, String back) {
        var offer = settings.current();
        Integer months = offer.months();
        Typed typed =
                Typed.nothing()
                        .with("expiresOn", months == null ? null : days.today().plusMonths(months));
        List<Option> priced =
                services.list(Services.Filter.all(false)).stream()
                        .filter(s -> s.price() != null && s.price().isPositive())
                        .map(s ->
                                new Option(
                                        s.id().toString(),
                                        s.name() + " · " + view.formats().money(s.price())))
                        .toList();
        return new GiftForm(
                view,
                order,
                action,
                back,
                CurrencyUnit.of(businesses.current().currency()),
                offer,
                priced,
                typed,
                FormErrors.none());
    }
}
