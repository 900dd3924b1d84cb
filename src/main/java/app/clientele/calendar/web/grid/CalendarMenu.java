package app.clientele.calendar.web.grid;

import app.clientele.customers.ProfileAction;
import app.clientele.shared.Permission;
import app.clientele.site.NavItem;
import app.clientele.site.PaletteAction;
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

    @Bean
    PaletteAction bookAction() {
        return new PaletteAction(
                "appointments.book.action",
                "/appointments/create",
                "calendar-plus",
                "b",
                Permission.APPOINTMENT_EDIT.wireName());
    }

    @Bean
    PaletteAction walkInAction() {
        return new PaletteAction(
                "appointments.walk_in",
                "/appointments/create?status=arrived",
                "user-check",
                "w",
                Permission.APPOINTMENT_EDIT.wireName());
    }

    @Bean
    ProfileAction bookThem() {
        return ProfileAction.dialog(
                "appointments.book",
                "/appointments/create?customerId=",
                "calendar-plus",
                "b",
                Permission.APPOINTMENT_EDIT);
    }
}
