package app.clientele.calendar.web.grid;

import app.clientele.shared.Permission;
import app.clientele.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the calendar is found. */
@Configuration(proxyBeanMethods = false)
class CalendarMenu {
    @Bean
    NavItem calendarNavItem() {
        return new NavItem(
                "calendar",
                "calendar.nav",
                "/calendar",
                "calendar",
                5,
                Permission.APPOINTMENT_VIEW.wireName(),
                true,
                "g k");
    }
}
