package app.clientele.customers.web.exporting;

import app.clientele.shared.Permission;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the record of exports is found. */
@Configuration(proxyBeanMethods = false)
class ExportMenu {
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
