package app.clientele.households;

import app.clientele.business.Businesses;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** The day it is where the business is. */
@Component
class Today {
    private final Businesses businesses;
    private final Clock clock;

    Today(Businesses businesses, Clock clock) {
        this.businesses = businesses;
        this.clock = clock;
    }

    ZoneId zone() {
        return businesses.current().zone();
    }

    LocalDate day() {
        return LocalDate.now(clock.withZone(zone()));
    }
}
