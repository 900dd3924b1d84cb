package app.clientele.business.web;

import app.clientele.business.Services;
import app.clientele.shared.Permission;
import app.clientele.site.PaletteAction;
import app.clientele.site.PaletteSource;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the business's own settings stand among all. */
@Configuration(proxyBeanMethods = false)
class BusinessMenu {
    @Bean
    SettingsItem businessSettings() {
        return item("business", "building-store", 10, Permission.SETTINGS_BUSINESS);
    }

    @Bean
    SettingsItem branchSettings() {
        return item("branches", "map-pin", 20, Permission.SETTINGS_BUSINESS);
    }

    @Bean
    SettingsItem serviceSettings() {
        return item("services", "clipboard-list", 25, Permission.SETTINGS_SERVICES);
    }

    @Bean
    PaletteAction newService() {
        return new PaletteAction(
                "business.services.new",
                ServicePages.LIST + "/new",
                "plus",
                "",
                Permission.SETTINGS_SERVICES.wireName());
    }

    @Bean
    PaletteSource findServices(Services services) {
        return new ServicePalette(services);
    }

    @Bean
    SettingsItem teamSettings() {
        return item("team", "users", 30, Permission.SETTINGS_TEAM);
    }

    private static SettingsItem item(String id, String icon, int order, Permission permission) {
        return new SettingsItem(
                id, "business." + id, "/settings/" + id, icon, order, permission.wireName());
    }
}
