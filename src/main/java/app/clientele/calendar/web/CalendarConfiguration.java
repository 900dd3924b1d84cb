package app.clientele.calendar.web;

import app.clientele.customers.HeaderFact;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What the calendar has to show on a profile, and what its forms share. */
@Configuration(proxyBeanMethods = false)
@Import({
    AppointmentsPanel.class,
    AppointmentSteps.class,
    BookForms.class,
    FreeStarts.class,
    SeriesBooking.class
})
class CalendarConfiguration {
    @Bean
    HeaderFact visitsFact() {
        return VisitFacts.visits();
    }

    @Bean
    HeaderFact lastVisitFact() {
        return VisitFacts.last();
    }

    @Bean
    HeaderFact nextVisitFact() {
        return VisitFacts.next();
    }

    @Bean
    HeaderFact missedFact() {
        return VisitFacts.missed();
    }
}
