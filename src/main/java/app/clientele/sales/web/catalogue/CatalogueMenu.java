package app.clientele.sales.web.catalogue;

import app.clientele.shared.Permission;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The sales catalogue among the settings. */
@Configuration(proxyBeanMethods = false)
class CatalogueMenu {
    private static final String MAY = Permission.SETTINGS_SALES.wireName();

    @Bean
    SettingsItem productSettings() {
        return new SettingsItem("products", "sales.products", ProductPages.LIST, "tag", 28, MAY);
    }

    @Bean
    SettingsItem taxSettings() {
        return new SettingsItem("taxes", "sales.taxes", TaxPages.LIST, "scale", 29, MAY);
    }

    @Bean
    SettingsItem tenderSettings() {
        return new SettingsItem("tenders", "sales.tenders", TenderPages.LIST, "receipt", 30, MAY);
    }

    @Bean
    SettingsItem invoiceSettings() {
        return new SettingsItem(
                "invoices", "sales.seller", TenderPages.INVOICES, "printer", 31, MAY);
    }
}
