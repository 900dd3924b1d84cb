package app.clientele.calendar.web.online;

import app.clientele.calendar.day.DayTask;
import app.clientele.calendar.online.RequestQueue;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import app.clientele.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What booking online has to show on a profile and in the navigation. */
@Configuration(proxyBeanMethods = false)
@Import({SuggestedChangesCard.class, OnlineRequestsPanel.class})
class OnlineConfiguration {
    @Bean
    NavItem requestsNavItem(RequestQueue queue) {
        return new NavItem(
                        "requests",
                        "online.requests",
                        RequestPages.PATH,
                        "clipboard-list",
                        15,
                        Permission.APPOINTMENT_VIEW.wireName(),
                        false,
                        "g r")
                .counting(() -> Caller.isBound() ? queue.count() : 0);
    }

    @Bean
    DayTask requestsTask() {
        return QueueTasks.requests();
    }

    @Bean
    DayTask suggestedChangesTask() {
        return QueueTasks.suggestedChanges();
    }
}
