package app.clientele.messages.web;

import app.clientele.shared.Permission;
import app.clientele.site.NavItem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where messages are found. */
@Configuration(proxyBeanMethods = false)
@Import(MessagesPanel.class)
class MessageMenu {
    @Bean
    NavItem messagesNavItem() {
        return new NavItem(
                "messages",
                "messages.nav",
                "/messages",
                "mail",
                30,
                Permission.MESSAGE_VIEW.wireName(),
                true,
                "g m");
    }
}
