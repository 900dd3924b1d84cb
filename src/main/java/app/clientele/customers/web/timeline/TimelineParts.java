package app.clientele.customers.web.timeline;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the timeline has to show on a profile. */
@Configuration(proxyBeanMethods = false)
@Import(TimelinePanel.class)
class TimelineParts {}
