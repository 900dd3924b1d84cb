package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody leaves another product and brings the customers along. */
@ClienteleTest
class ImportJourney {
    private static final Path FRESHA = Path.of("src/test/resources/imports/fresha.csv");

    @RegisterExtension final Browser browser = new Browser();

    @Test
    void bringsACustomerListAndTakesItBack() {
        Window desk = browser.desktop(Cast.url());
        signIn(desk);
        desk.open("/imports");
        desk.mustBeClean();
        desk.page().locator("#f-file").setInputFiles(FRESHA);
        desk.button("Look at it").click();
        see(desk, "is a list from Fresha");
        desk.mustBeClean();
        desk.button("Try it").click();
        see(desk, "Would create 6");
        desk.mustBeClean();
        desk.button("Take them in").click();
        see(desk, "Created 6");
        desk.link("Take this import back").click();
        see(desk, "The 6 customers this import created go");
        desk.mustBeClean();
        desk.button("Take it back").click();
        see(desk, "6 customers were removed");
        desk.mustBeClean();
    }

    private static void signIn(Window desk) {
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        desk.page().context().addCookies(List.of(cookie));
    }

    private static void see(Window desk, String text) {
        assertThat(desk.page().locator("body"))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    }
}
