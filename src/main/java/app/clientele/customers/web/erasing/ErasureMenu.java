package app.clientele.customers.web.erasing;

import app.clientele.shared.Permission;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the erasures of the business are found. */
@Configuration(proxyBeanMethods = false)
class ErasureMenu {
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
}
