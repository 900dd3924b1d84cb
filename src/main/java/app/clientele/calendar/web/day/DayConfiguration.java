package app.clientele.calendar.web.day;

import app.clientele.calendar.day.DayTask;
import app.clientele.calendar.day.VisitMark;
import app.clientele.shared.Permission;
import app.clientele.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the day is found, and what it tells of people. */
@Configuration(proxyBeanMethods = false)
class DayConfiguration {
    /** The first of all: whoever may see it begins with it. */
    @Bean
    NavItem dayNavItem() {
        return new NavItem(
                "today",
                "day.nav",
                DayPages.PATH,
                "sun",
                1,
                Permission.APPOINTMENT_VIEW.wireName(),
                true,
                "g t");
    }

    @Bean
    VisitMark alertMark() {
        return PersonMarks.alerts();
    }

    @Bean
    VisitMark firstVisitMark() {
        return PersonMarks.firstVisit();
    }

    @Bean
    VisitMark birthdayMark() {
        return PersonMarks.birthday();
    }

    @Bean
    VisitMark missedMark() {
        return PersonMarks.missed();
    }

    @Bean
    DayTask birthdayTask() {
        return PeopleTasks.birthdays();
    }

    @Bean
    DayTask newcomerTask() {
        return PeopleTasks.newcomers();
    }
}
