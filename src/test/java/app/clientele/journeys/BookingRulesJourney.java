package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.business.ServiceDetails;
import app.clientele.business.Services;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody says what a customer may book: a dislike, a price, a restriction taken back again. */
@ClienteleTest
class BookingRulesJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final String peel = "Peel " + UUID.randomUUID().toString().substring(0, 13);

    private UUID prepared() {
        var service =
                new ServiceDetails(
                        peel, null, null, 30, 0, 0, null, "grey", true, List.of(), List.of(), null);
        var person =
                CustomerDetails.of(d -> {
                    d.firstName = "Ana";
                    d.lastName = "Peeled";
                });
        return Cast.mia()
                .call(() -> {
                    Cast.bean(Services.class).create(service);
                    return Cast.bean(Customers.class).create(person).id();
                });
    }

    private static Window signedIn(Window window) {
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        window.page().context().addCookies(List.of(cookie));
        return window;
    }

    private static Locator save(Window desk) {
        return desk.page().locator("#dialog .btn-primary");
    }

    @Test
    void dislikesAgreesRestrictsAndTakesItBack() {
        UUID ana = prepared();
        Window desk = signedIn(browser.desktop(Cast.url()));
        desk.open("/customers/" + ana);
        desk.page().locator("#disliked-services a.btn-icon").click();
        desk.page().locator("#dialog #f-serviceId").selectOption(peel);
        desk.page().locator("#dialog #f-comment").fill("It itches");
        desk.mustBeClean();
        save(desk).click();
        desk.sees("It will not be booked for them again.");
        assertThat(desk.page().locator("#disliked-services")).containsText("It itches");

        desk.page().locator("#prices a.btn-icon").click();
        desk.page().locator("#dialog #f-serviceId").selectOption(peel);
        desk.page().locator("#dialog #f-price").fill("12,50");
        desk.mustBeClean();
        save(desk).click();
        desk.sees("Own price noted.");
        assertThat(desk.page().locator("#prices")).containsText("12.50");

        desk.page().locator("#online-booking a.btn-icon").click();
        desk.page().locator("#dialog input[value=block]").check();
        desk.page().locator("#dialog #f-reason").fill("Shouts at us");
        desk.mustBeClean();
        save(desk).click();
        desk.sees("Booking online saved.");
        assertThat(desk.page().locator(".record-marks")).containsText("May not book online");
        desk.mustBeClean();
        desk.button("Undo").click();
        assertThat(desk.page().locator(".record-marks")).hasCount(0);
        desk.open("/settings/booking");
        desk.mustBeClean();
    }
}
