package app.clientele.sales.web.fees;

import app.clientele.shared.Permission;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Where fees are found: on the profile, at appointments, among the tasks of the day and the
 * settings.
 */
@Configuration(proxyBeanMethods = false)
@Import({FeeNotice.class, FeesCard.class, FeeTask.class, FeeVisit.class})
class FeeConfiguration {
    @Bean
    SettingsItem feeSettingsItem() {
        return new SettingsItem(
                "fees",
                "fees.title",
                FeeRulePages.LIST,
                "scale",
                33,
                Permission.SETTINGS_SALES.wireName());
    }
}
