package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.Customers;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk links two people; one of them is asked, and says yes. */
@ClienteleTest
class FamilyJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final String name =
            "Q" + UUID.randomUUID().toString().replaceAll("[^a-z]", "").concat("x");

    private UUID create(String first) {
        var details =
                CustomerDetails.of(d -> {
                    d.firstName = first;
                    d.lastName = name;
                    d.emails = List.of(new Email(UUID.randomUUID() + "@example.org", true));
                });
        return Cast.mia().call(() -> Cast.bean(Customers.class).create(details).id());
    }

    private static Window signedIn(Window window) {
        var cookie = new Cookie("clientele", Cast.dora().session()).setUrl(Cast.url());
        window.page().context().addCookies(List.of(cookie));
        return window;
    }

    private static Locator kin(Window desk) {
        return desk.page().locator("#kin .kin");
    }

    @Test
    void linksInvitesIsAcceptedSeesTheRightsUnlinksAndTakesItBack() {
        UUID ana = create("Ana");
        create("Ben");
        Window desk = signedIn(browser.desktop(Cast.url()));
        desk.open("/customers/" + ana);
        desk.mustBeClean();
        desk.page().locator("#family a.btn-icon").click();
        desk.page().locator("#kin-q").fill("Ben " + name);
        desk.page().locator("#kin-hits a.btn").first().click();
        desk.mustBeClean();
        desk.page().locator("#f-relation").selectOption("carer");
        desk.page().locator("input[name='rights.book']").check();
        desk.page().locator("#family-form .btn-primary").click();
        desk.sees("is asked by e-mail");
        assertThat(kin(desk)).containsText("Once agreed, Ben " + name + " may, for ");
        desk.mustBeClean();

        desk.page().locator("#kin a[href^='/messages/']").click();
        desk.sees("no mail server is set");
        desk.mustBeClean();
        String link = desk.page().locator(".letter-text a").getAttribute("href");
        Window phone = browser.phone(Cast.url());
        phone.open(link);
        phone.sees("Ana asks you");
        phone.mustBeClean();
        phone.button("Accept").click();
        phone.sees("You are linked");
        phone.mustBeClean();

        desk.open("/customers/" + ana + "/family");
        assertThat(kin(desk)).containsText("Accepted by e-mail");
        assertThat(kin(desk)).containsText("Ben " + name + " may, for ");
        desk.page().locator("#kin a.btn-icon").click();
        assertThat(desk.page().locator("#dialog input[name='rights.book']")).isChecked();
        desk.mustBeClean();
        desk.page().locator("#dialog").locator("button.danger").click();
        desk.sees("is no longer linked");
        assertThat(kin(desk)).hasCount(0);
        desk.button("Undo").click();
        desk.sees("is linked again");
        assertThat(kin(desk)).containsText("Ben " + name);
    }

    @Test
    void aChildIsWrittenDownAndCopiesGoToTheGrandmother() {
        UUID ana = create("Ana");
        create("Oma");
        Window desk = signedIn(browser.phone(Cast.url()));
        desk.open("/customers/" + ana + "/family/create");
        desk.mustBeClean();
        desk.page().locator("#f-firstName").fill("Kid");
        desk.page().locator("#f-birthday").fill("2020-02-29");
        desk.page().locator("#f-relation").selectOption("child");
        desk.page().locator("#family-form .btn-primary").click();
        assertThat(desk.page()).hasURL(Pattern.compile("/family$"));
        assertThat(kin(desk)).containsText("Under 18: ");
        desk.page().locator("#f-address").fill("Oma " + name);
        desk.page().locator("#copy-options [role=option]").first().click();
        desk.page().locator("#copies form button.btn").click();
        desk.sees("They get copies from now on");
        assertThat(desk.page().locator("#copies .lines")).containsText("Oma " + name);
        desk.mustBeClean();
        desk.page().locator("#copies .lines button").click();
        desk.sees("They get no more copies");
        desk.button("Undo").click();
        assertThat(desk.page().locator("#copies .lines")).containsText("Oma " + name);
    }
}
