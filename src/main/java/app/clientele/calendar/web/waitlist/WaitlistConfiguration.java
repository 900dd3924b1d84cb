package app.clientele.calendar.web.waitlist;

import app.clientele.calendar.day.DayTask;
import app.clientele.shared.Permission;
import app.clientele.site.NavItem;
import app.clientele.site.View;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** Where the line stands in the navigation and on the page of the day. */
@Configuration(proxyBeanMethods = false)
class WaitlistConfiguration {
    @Bean
    NavItem waitlistNavItem() {
        return new NavItem(
                "waitlist",
                "waitlist.title",
                WaitlistPages.PATH,
                "clock",
                6,
                Permission.APPOINTMENT_VIEW.wireName(),
                false,
                "g w");
    }

    /** How many wait at this branch for a time on this day. */
    @Bean
    DayTask waitlistTask() {
        return new DayTask() {
            @Override
            public int order() {
                return 12;
            }

            @Override
            public Permission permission() {
                return Permission.APPOINTMENT_VIEW;
            }

            @Override
            public String glance() {
                return """
                select count(*) from waitlist_entry e
                where e.business_id = :business and e.branch_id = :branch and e.status = 'waiting'
                and :day::date between e.from_day and e.until_day and extract(isodow from :day::date) = any(e.weekdays)
                """;
            }

            @Override
            public Optional<Task> tell(View view, JsonNode waiting) {
                long count = waiting.asLong(0);
                return count == 0
                        ? Optional.empty()
                        : Optional.of(
                                new Task(
                                        "clock",
                                        view.t("waitlist.title"),
                                        count,
                                        WaitlistPages.PATH,
                                        List.of()));
            }
        };
    }
}
