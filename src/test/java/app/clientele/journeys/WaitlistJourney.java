package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.calendar.online.Counter;
import app.clientele.journeys.Browser.Screen;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A stranger waits; the desk offers a time; by the letter's link they take it on their phone. */
@ClienteleTest
class WaitlistJourney {
    private static final Pattern MINE = Pattern.compile("/book/[^/]+/mine/[\\w-]+");

    @RegisterExtension final Browser browser = new Browser();

    private final Counter counter = Counter.open();
    private final String last = "Phone " + UUID.randomUUID().toString().substring(0, 8);
    private final String email = UUID.randomUUID() + "@example.com";

    @Test
    void joinsOnThePhoneIsOfferedATimeAndTakesIt() {
        Window phone = browser.window(Cast.url(), Screen.PHONE, ColorScheme.DARK);
        joins(phone);
        Window desk = browser.desktop(Cast.url());
        var cookie = new Cookie("clientele", Cast.dora().session()).setUrl(Cast.url());
        desk.page().context().addCookies(List.of(cookie));
        offers(desk);
        phone.open(letter());
        phone.sees("A time got free for you");
        phone.mustBeClean();
        phone.button("Take this time").click();
        phone.sees("You are booked");
        desk.open("/waitlist?status=booked&branch=" + counter.branch());
        assertThat(desk.page().locator(".request")).containsText("Noor " + last);
    }

    private void joins(Window phone) {
        phone.open(
                Counter.page()
                        + "?branch="
                        + counter.branch()
                        + "&service="
                        + counter.service()
                        + "&staff=any");
        phone.mustBeClean();
        phone.page().locator(".public-wait a").click();
        phone.mustBeClean();
        phone.field("First name").fill("Noor");
        phone.field("Last name").fill(last);
        phone.field("E-mail").fill(email);
        phone.field("Phone").fill("070 123 45 67");
        phone.page().locator("#f-termsAccepted").check();
        phone.button("Put me on the waiting list").click();
        phone.sees("You are on the waiting list");
        phone.mustBeClean();
    }

    private void offers(Window desk) {
        desk.open("/waitlist?branch=" + counter.branch());
        desk.mustBeClean();
        assertThat(desk.page().locator(".request")).containsText("Noor " + last);
        desk.page().locator(".waitlist-do").click();
        desk.mustBeClean();
        desk.page().locator(".waitlist-times button").first().click();
        desk.sees("The time is kept for Noor " + last);
        desk.mustBeClean();
    }

    private String letter() {
        var api = counter.api();
        String customer = api.get("/customers?email=" + email).json().at("/items/0/id").asString();
        String text =
                api.get("/customers/" + customer + "/messages")
                        .json()
                        .at("/items/0/text")
                        .asString();
        var found = MINE.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group();
    }
}
