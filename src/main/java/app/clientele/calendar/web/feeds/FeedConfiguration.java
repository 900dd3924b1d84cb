package app.clientele.calendar.web.feeds;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What writes calendars. */
@Configuration(proxyBeanMethods = false)
@Import(ICalendars.class)
class FeedConfiguration {}
