package app.clientele.demo;

import app.clientele.business.Service;
import app.clientele.business.Services;
import app.clientele.business.Services.Filter;
import app.clientele.calendar.rules.BookingSettings;
import app.clientele.calendar.rules.BookingSettings.RulesDetails;
import app.clientele.calendar.rules.CustomerPrices;
import app.clientele.calendar.rules.CustomerPrices.PriceDetails;
import app.clientele.calendar.rules.DislikedServices;
import app.clientele.calendar.rules.DislikedServices.DislikeDetails;
import app.clientele.calendar.rules.OnlineBookings;
import app.clientele.calendar.rules.OnlineBookings.OnlineBookingDetails;
import app.clientele.calendar.rules.OnlineRule;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** What some customers of an invented business do not want, may not book, or have for less. */
@Component
@ConditionalOnBooleanProperty("clientele.demo")
class DemoRules {
    private static final int APART = 29;
    private static final String TERMS =
            "You can cancel free of charge until 24 hours before. After that, or if you do not come, we may ask for half the price.";

    private final Services services;
    private final DislikedServices dislikes;
    private final CustomerPrices prices;
    private final OnlineBookings online;
    private final BookingSettings settings;

    DemoRules(
            Services services,
            DislikedServices dislikes,
            CustomerPrices prices,
            OnlineBookings online,
            BookingSettings settings) {
        this.services = services;
        this.dislikes = dislikes;
        this.prices = prices;
        this.online = online;
        this.settings = settings;
    }

    void add(DemoBusiness demo, List<UUID> customers) {
        DemoFile file = DemoFile.read("businesses/" + demo.slug() + ".txt");
        List<Service> offered = services.list(Filter.all(false));
        List<String> comments = file.section("disliked");
        for (int i = 0; i < comments.size(); i++) {
            UUID service = offered.get(i % offered.size()).id();
            var details = new DislikeDetails(service, comments.get(i));
            dislikes.add(customers.get(4 + i * APART), details);
        }
        List<String> restrictions = file.section("online");
        for (int i = 0; i < restrictions.size(); i++) {
            restrict(customers.get(9 + i * APART), DemoFile.split(restrictions.get(i), ";"));
        }
        List<String> notes = file.section("own prices");
        List<Service> priced = offered.stream().filter(s -> s.price() != null).toList();
        for (int i = 0; i < notes.size(); i++) {
            agree(customers.get(4 + i * APART), priced.get(i % priced.size()), notes.get(i));
        }
        settings.change(missedThrice(), settings.current().version());
    }

    private void restrict(UUID customer, List<String> line) {
        var details =
                new OnlineBookingDetails(
                        OnlineRule.of(line.get(0)),
                        null,
                        null,
                        null,
                        line.get(1),
                        line.get(2).equals("silent"));
        online.set(customer, details, null);
    }

    /** A tenth less, in whole coins. */
    private void agree(UUID customer, Service service, String note) {
        var usual = service.price();
        var less =
                usual == null
                        ? null
                        : usual.multipliedBy(0.9, RoundingMode.DOWN).rounded(0, RoundingMode.DOWN);
        prices.add(customer, new PriceDetails(service.id(), null, less, null, note));
    }

    private RulesDetails missedThrice() {
        return new RulesDetails(
                24,
                15,
                90,
                120,
                true,
                false,
                3,
                6,
                OnlineRule.REQUIRE_ACCEPTANCE,
                true,
                TERMS,
                null,
                null,
                true,
                120,
                120);
    }
}
