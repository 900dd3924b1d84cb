package app.clientele.demo;

import app.clientele.business.Services;
import app.clientele.credits.BoughtPackage;
import app.clientele.credits.BoughtPackages;
import app.clientele.credits.BoughtPackages.Ending;
import app.clientele.credits.ServicePackage;
import app.clientele.credits.ServicePackage.ItemDetails;
import app.clientele.credits.ServicePackage.PackageDetails;
import app.clientele.credits.ServicePackages;
import app.clientele.credits.VisitCredits;
import app.clientele.credits.VisitCredits.Giving;
import app.clientele.sales.OrderDetails.LineDetails;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Packages of the demo: sold, some of them used, one ended; and visits given by hand. */
@Component
class DemoPackages {
    private final ServicePackages packages;
    private final BoughtPackages bought;
    private final VisitCredits credits;
    private final Services services;
    private final DemoTill till;
    private final Clock clock;

    DemoPackages(
            ServicePackages packages,
            BoughtPackages bought,
            VisitCredits credits,
            Services services,
            DemoTill till,
            Clock clock) {
        this.packages = packages;
        this.bought = bought;
        this.credits = credits;
        this.services = services;
        this.till = till;
        this.clock = clock;
    }

    void fill(DemoBusiness demo, List<UUID> people) {
        List<UUID> kinds =
                services.list(Services.Filter.all(false)).stream()
                        .filter(s -> s.price() != null && s.price().isPositive())
                        .map(app.clientele.business.Service::id)
                        .toList();
        if (kinds.size() < 2) {
            return;
        }
        CurrencyUnit unit = CurrencyUnit.of(demo.currency());
        ServicePackage ten = sold("Ten for nine", unit, 10, 365, List.of(kinds.getFirst()));
        ServicePackage both = sold("A little of both", unit, 3, null, kinds.subList(0, 2));
        for (int i = 0; i < 12; i++) {
            UUID customer = people.get(40 + i);
            till.sell(customer, LineDetails.pack((i % 3 == 0 ? both : ten).id()));
            for (int used = 0; used < i % 4; used++) {
                till.sell(
                        customer,
                        new LineDetails(
                                null, null, kinds.getFirst(), null, null, 1, null, null, null));
            }
        }
        BoughtPackage last = bought.of(people.get(51), true, null, 1).items().getFirst();
        bought.end(last.id(), new Ending("Is moving away"));
        var sorry =
                new Giving(kinds.getFirst(), 1, today().plusMonths(6), "Had to wait long", null);
        credits.give(people.get(40), sorry);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    /** A tenth less than each of them alone. */
    private ServicePackage sold(
            String name, CurrencyUnit unit, int visits, @Nullable Integer days, List<UUID> kinds) {
        List<ItemDetails> items = new ArrayList<>();
        Money price = Money.zero(unit);
        for (UUID kind : kinds) {
            items.add(new ItemDetails(kind, visits));
            Money one = services.get(kind).price();
            price = one == null ? price : price.plus(one.multipliedBy(visits));
        }
        Money less = Money.of(unit, price.getAmountMajorLong() * 9 / 10);
        return packages.add(new PackageDetails(name, null, less, items, days, true, true, null));
    }
}
