package app.clientele.customers.web;

import app.clientele.shared.Permission;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the records of exports and erasures are found. */
@Configuration(proxyBeanMethods = false)
class ExportMenu {
    @Bean
    SettingsItem erasureSettings() {
        return new SettingsItem(
                "erasures",
                "erase.list",
                ErasureListPages.PATH,
                "eraser",
                87,
                Permission.CUSTOMER_ERASE.wireName());
    }

    @Bean
    SettingsItem exportSettings() {
        return new SettingsItem(
                "exports",
                "customers.exports",
                "/settings/exports",
                "download",
                85,
                Permission.SETTINGS_TEAM.wireName());
    }
}
