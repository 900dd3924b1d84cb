package app.clientele.customers.web.custom;

import app.clientele.shared.Permission;
import app.clientele.site.PaletteAction;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the fields of a business are found: in the settings and in the palette. */
@Configuration(proxyBeanMethods = false)
class CustomFieldMenu {
    private static final String MAY = Permission.SETTINGS_LISTS.wireName();

    @Bean
    SettingsItem fieldSettings() {
        return new SettingsItem(
                "fields", "customers.fields", CustomFieldPages.PATH, "forms", 52, MAY);
    }

    @Bean
    PaletteAction fieldAction() {
        return new PaletteAction("customers.fields", CustomFieldPages.PATH, "forms", "", MAY);
    }
}
