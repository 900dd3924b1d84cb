package app.clientele.demo;

import app.clientele.sales.catalogue.Products;
import app.clientele.sales.catalogue.Products.ProductDetails;
import app.clientele.sales.catalogue.SalesSettings;
import app.clientele.sales.catalogue.SalesSettings.OwingOnline;
import app.clientele.sales.catalogue.SalesSettings.SellerDetails;
import app.clientele.sales.catalogue.TaxRates;
import app.clientele.sales.catalogue.TaxRates.TaxRateDetails;
import app.clientele.shared.Caller;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.Money;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * What an invented business sells besides services, and two years of invoices: one for each
 * appointment somebody came to, some with a product, a tip or a discount, a few still owed.
 */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoSales {
    private final TaxRates taxes;
    private final Products products;
    private final SalesSettings settings;
    private final DemoPast past;

    DemoSales(TaxRates taxes, Products products, SalesSettings settings, DemoPast past) {
        this.taxes = taxes;
        this.products = products;
        this.settings = settings;
        this.past = past;
    }

    void fill(DemoBusiness demo) {
        DemoFile file = DemoFile.read("businesses/" + demo.slug() + ".txt");
        List<String> tax = DemoFile.split(file.get("tax"), ";");
        boolean included = tax.get(2).equals("included");
        taxes.add(
                new TaxRateDetails(
                        tax.get(0), new BigDecimal(tax.get(1)), included, true, List.of()));
        settings.change(
                new SellerDetails(null, tax.get(3), null, OwingOnline.REQUEST),
                settings.current().version());
        for (String line : file.section("products")) {
            List<String> p = DemoFile.split(line, ";");
            Money price = Money.parse(demo.currency() + " " + p.get(2));
            products.add(new ProductDetails(p.get(1), p.get(3), null, p.get(0), price, null));
        }
        past.write("demo/sales.sql", Caller.current().business());
    }
}
