package app.clientele.customers.web.history;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the history has to show on a profile. */
@Configuration(proxyBeanMethods = false)
@Import({ActivityCard.class, HistoryPanel.class})
class HistoryParts {}
