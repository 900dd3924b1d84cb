package app.clientele.calendar.web.rules;

import app.clientele.shared.Permission;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the rules about bookings have to show on a profile and among the settings. */
@Configuration(proxyBeanMethods = false)
@Import({DislikesCard.class, OnlineBookingCard.class, PricesCard.class, RuleForms.class})
class RulesConfiguration {
    @Bean
    SettingsItem bookingRules() {
        return new SettingsItem(
                "booking",
                "rules.settings",
                BookingSettingsPages.PATH,
                "calendar-check",
                27,
                Permission.SETTINGS_BUSINESS.wireName());
    }
}
