package app.clientele.demo;

import app.clientele.points.PointRule.Kind;
import app.clientele.points.PointRule.PointRuleDetails;
import app.clientele.points.PointRules;
import app.clientele.points.PointSettings;
import app.clientele.points.PointSettings.PointTermDetails;
import app.clientele.points.Points;
import app.clientele.points.Points.PointChange;
import app.clientele.sales.OrderDetails.LineDetails;
import app.clientele.sales.catalogue.Product;
import app.clientele.sales.catalogue.Products;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Points of the demo: what products bring and cost, some earned, some given, some used. */
@Component
class DemoPoints {
    private static final int EACH = 10;

    private final PointRules rules;
    private final PointSettings settings;
    private final Points points;
    private final Products products;
    private final DemoTill till;

    DemoPoints(
            PointRules rules,
            PointSettings settings,
            Points points,
            Products products,
            DemoTill till) {
        this.rules = rules;
        this.settings = settings;
        this.points = points;
        this.products = products;
        this.till = till;
    }

    /** A point for each ten spent; each thing sold for twenty times what it brings. */
    void fill(List<UUID> people) {
        List<Product> sold = products.list(Products.Filter.SOLD);
        if (sold.isEmpty()) {
            return;
        }
        for (Product product : sold) {
            int given = Math.max(1, (int) (product.price().getAmountMajorLong() / EACH));
            change(product.id(), given, given * 20);
        }
        rules.list(new PointRules.Search(Kind.SERVICE, null), null, 200)
                .items()
                .forEach(s -> change(s.id(), EACH, null));
        settings.change(new PointTermDetails(50, false, 24), settings.current().version());
        for (int i = 0; i < 10; i++) {
            UUID customer = people.get(10 + i);
            buy(customer, sold.get(i % sold.size()).id());
            points.change(customer, new PointChange(25 + 5 * i, "A happy birthday", null));
        }
        change(sold.getFirst().id(), 2, 20);
        buy(people.get(10), sold.getFirst().id());
    }

    private void change(UUID item, int given, @Nullable Integer redeemed) {
        rules.change(item, new PointRuleDetails(given, redeemed), rules.get(item).version());
    }

    private void buy(UUID customer, UUID product) {
        till.sell(customer, new LineDetails(null, null, null, product, null, 1, null, null, null));
    }
}
