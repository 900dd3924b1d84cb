package app.clientele.demo;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Tax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes some customers pay through a company, and a few of them exempt from tax. */
final class DemoTaxes {
    private static final int EVERY = 23;

    private final List<Tax> all;

    DemoTaxes(DemoBusiness demo) {
        all =
                DemoFile.read("businesses/" + demo.slug() + ".txt").section("companies").stream()
                        .map(line -> tax(DemoFile.split(line, ";")))
                        .toList();
    }

    private static Tax tax(List<String> line) {
        String reason = said(line.get(2));
        return new Tax(said(line.get(0)), said(line.get(1)), reason != null, reason);
    }

    private static @Nullable String said(String text) {
        return text.isEmpty() ? null : text;
    }

    /**
     * @param place the place of the person among all
     */
    CustomerDetails fill(CustomerDetails person, int place) {
        return place % EVERY == 5
                ? person.with(d -> d.tax = all.get(place / EVERY % all.size()))
                : person;
    }
}
