package app.clientele.imports.web;

import app.clientele.shared.Permission;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where importing is found. */
@Configuration(proxyBeanMethods = false)
class ImportEntries {
    @Bean
    SettingsItem importSettings() {
        return new SettingsItem(
                "imports",
                "imports.title",
                "/imports",
                "upload",
                80,
                Permission.CUSTOMER_IMPORT.wireName());
    }
}
