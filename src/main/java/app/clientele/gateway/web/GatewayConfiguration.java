package app.clientele.gateway.web;

import app.clientele.customers.ProfileMark;
import app.clientele.customers.ProfilePanel;
import app.clientele.gateway.Cards;
import app.clientele.gateway.GatewaySettings;
import app.clientele.shared.Permission;
import app.clientele.site.SettingsItem;
import gg.jte.generated.precompiled.Templates;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where cards and the gateway are found. */
@Configuration(proxyBeanMethods = false)
class GatewayConfiguration {
    @Bean
    SettingsItem gatewaySettingsItem() {
        return new SettingsItem(
                "payment-gateway",
                "gateway.settings",
                GatewaySettingsPages.PATH,
                "credit-card",
                32,
                Permission.SETTINGS_SALES.wireName());
    }

    @Bean
    ProfilePanel cardsPanel(Cards cards, GatewaySettings settings, Templates templates) {
        return new CardsPanel(cards, settings, templates);
    }

    @Bean
    ProfileMark cardExpiresMark() {
        return new CardExpiresMark();
    }
}
