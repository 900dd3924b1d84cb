package app.clientele.customers.web.choices;

import app.clientele.customers.choices.Choices.Kind;
import app.clientele.shared.Permission;
import app.clientele.site.PaletteAction;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the lists of a business are found: in the settings, and each by its name in the palette.
 */
@Configuration(proxyBeanMethods = false)
class ListMenu {
    private static final String MAY = Permission.SETTINGS_LISTS.wireName();

    @Bean
    SettingsItem listSettings() {
        return new SettingsItem("lists", "customers.lists", "/settings/lists", "tag", 50, MAY);
    }

    @Bean
    PaletteAction statusSettings() {
        return action(Kind.STATUS);
    }

    @Bean
    PaletteAction tagSettings() {
        return action(Kind.TAG);
    }

    @Bean
    PaletteAction referralSettings() {
        return action(Kind.REFERRAL_METHOD);
    }

    @Bean
    PaletteAction genderSettings() {
        return action(Kind.GENDER);
    }

    @Bean
    PaletteAction categorySettings() {
        return action(Kind.SERVICE_CATEGORY);
    }

    private static PaletteAction action(Kind kind) {
        return new PaletteAction(
                "customers.lists." + kind.wireName(),
                "/settings/lists/" + kind.path(),
                "tag",
                "",
                MAY);
    }
}
