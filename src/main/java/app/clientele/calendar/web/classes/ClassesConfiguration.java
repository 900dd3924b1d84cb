package app.clientele.calendar.web.classes;

import app.clientele.customers.HeaderFact;
import app.clientele.shared.Permission;
import app.clientele.site.NavItem;
import app.clientele.site.SettingsItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where classes are found: in the menus and on a profile. */
@Configuration(proxyBeanMethods = false)
@Import(ClassesPanel.class)
class ClassesConfiguration {
    @Bean
    NavItem classesNavItem() {
        return new NavItem(
                "classes",
                "classes.title",
                "/classes",
                "users-group",
                7,
                Permission.APPOINTMENT_VIEW.wireName(),
                false,
                "g l");
    }

    @Bean
    SettingsItem classSettings() {
        return new SettingsItem(
                "classes",
                "classes.title",
                KindPages.LIST,
                "users-group",
                27,
                Permission.SETTINGS_SERVICES.wireName());
    }

    @Bean
    HeaderFact classesFact() {
        return new ClassesFact();
    }
}
