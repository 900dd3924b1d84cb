package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.calendar.online.Counter;
import app.clientele.journeys.Browser.Screen;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stranger books on their phone, in the dark; where it must be accepted, the desk accepts it. */
@ClienteleTest
class BookOnlineJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final Counter counter = Counter.open();

    @AfterEach
    void asUsual() {
        Counter.acceptance(false);
    }

    @Test
    void asksOnThePhoneAndIsAcceptedAtTheDesk() {
        Counter.acceptance(true);
        String last = "Phone " + UUID.randomUUID().toString().substring(0, 8);
        Window phone = browser.window(Cast.url(), Screen.PHONE, ColorScheme.DARK);
        phone.open(Counter.page());
        phone.mustBeClean();
        phone.page().locator("a[href*='branch=" + counter.branch() + "']").click();
        phone.mustBeClean();
        phone.page().locator("a[href*='" + counter.service() + "']").click();
        phone.mustBeClean();
        phone.page().locator(".public-day").last().click();
        phone.page().locator(".public-times a").first().click();
        phone.mustBeClean();
        phone.field("First name").fill("Noor");
        phone.field("Last name").fill(last);
        phone.field("E-mail").fill(UUID.randomUUID() + "@example.com");
        phone.field("Phone").fill("070 123 45 67");
        phone.page().locator("#f-termsAccepted").check();
        phone.button("Book").click();
        phone.sees("Your request was sent");
        phone.mustBeClean();

        Window desk = browser.desktop(Cast.url());
        var cookie = new Cookie("clientele", Cast.dora().session()).setUrl(Cast.url());
        desk.page().context().addCookies(List.of(cookie));
        desk.open("/requests?branch=" + counter.branch());
        desk.mustBeClean();
        assertThat(desk.page().locator(".request")).containsText("Noor " + last);
        desk.button("Accept: Noor " + last).click();
        desk.sees("request accepted");
        phone.page().reload();
        phone.sees("You are booked");
    }
}
