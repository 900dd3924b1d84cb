package app.clientele.business.web;

import app.clientele.shared.Permission;
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
    SettingsItem teamSettings() {
        return item("team", "users", 30, Permission.SETTINGS_TEAM);
    }

    private static SettingsItem item(String id, String icon, int order, Permission permission) {
        return new SettingsItem(
                id, "business." + id, "/settings/" + id, icon, order, permission.wireName());
    }
}
