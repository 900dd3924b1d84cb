package app.clientele.sales.catalogue;

import app.clientele.business.ServiceTaxes;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers the taxes of the business to its services. */
@Component
class TaxesOfServices implements ServiceTaxes {
    private final TaxRates rates;

    TaxesOfServices(TaxRates rates) {
        this.rates = rates;
    }

    @Override
    public List<ServiceTax> all() {
        return rates.all(true).stream()
                .map(t -> new ServiceTax(t.id(), t.name(), t.archivedAt() != null))
                .toList();
    }
}
