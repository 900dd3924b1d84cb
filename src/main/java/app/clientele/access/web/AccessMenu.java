package app.clientele.access.web;

import app.clientele.shared.Permission;
import app.clientele.site.AccountItem;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where roles, keys and one's own account stand among all that can be set. */
@Configuration(proxyBeanMethods = false)
class AccessMenu {
    @Bean
    SettingsItem roleSettings() {
        String may = Permission.SETTINGS_TEAM.wireName();
        return new SettingsItem("roles", "access.roles", "/settings/roles", "lock", 40, may);
    }

    @Bean
    SettingsItem keySettings() {
        String may = Permission.SETTINGS_KEYS.wireName();
        return new SettingsItem("keys", "access.keys", "/settings/keys", "key", 90, may);
    }

    @Bean
    AccountItem ownAccount() {
        return new AccountItem("access.account", "/account", "user", 10, false);
    }

    @Bean
    AccountItem signOut() {
        return new AccountItem("access.sign_out", "/sign-out", "logout", 90, true);
    }
}
