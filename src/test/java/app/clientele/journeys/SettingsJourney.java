package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.journeys.Browser.Screen;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Somebody sets up the team, and a new colleague comes in by a link. */
@ClienteleTest
class SettingsJourney {
    @RegisterExtension final Browser browser = new Browser();

    @Test
    void aRoleAColleagueAndTheirFirstDay() {
        var mia = signedIn(browser.desktop(Cast.url()));
        mia.open("/settings/roles/new");
        mia.field("Name").fill("Weekend");
        mia.page().getByLabel("See customers").check();
        mia.button("Save").click();
        assertThat(mia.page().getByText("Weekend is saved.")).isVisible();

        mia.open("/settings/team/new");
        mia.field("Name").fill("Ines Duarte");
        mia.page().locator("#f-email").fill(UUID.randomUUID() + "@journey.example");
        mia.page().locator("#f-roleId").selectOption("Weekend");
        mia.button("Add and make a link").click();
        String link = mia.page().locator("#link").textContent();

        var ines = browser.phone(Cast.url());
        ines.page().navigate(link);
        ines.field("Password").fill("seven purple umbrellas");
        ines.button("Save and sign in").click();
        ines.open("/settings/team");
        assertThat(ines.page().getByText("This is not open to you")).isVisible();
        ines.forgive("403");
        ines.forgive("404");
    }

    @Test
    void tagsAreOrderedByKeyboard() {
        var mia = signedIn(browser.desktop(Cast.url()));
        for (String tag : List.of("Alpha", "Beta")) {
            mia.open("/settings/lists/tags");
            mia.page().locator("#f-name").fill(tag);
            mia.button("Add").last().click();
            assertThat(mia.page().getByText(tag + " is added.")).isVisible();
        }
        mia.page().locator("[data-grip]").last().focus();
        mia.saves("/settings/lists/tags", () -> mia.press("ArrowUp"));
        mia.open("/settings/lists/tags");
        assertThat(mia.page().locator(".sort-item").first()).containsText("Beta");
    }

    @Test
    void aCatalogueBegunWithWhatIsUsual() {
        var mia = signedIn(browser.desktop(Cast.url()));
        mia.open("/settings/services");
        mia.page().getByText("Start with a usual list").click();
        mia.page().getByLabel("Mud wrap").uncheck();
        mia.page().getByLabel("Mia Okafor").check();
        mia.button("Add those ticked").click();
        assertThat(mia.page().getByText("Services added: 15.")).isVisible();

        mia.page().getByText("Salt scrub").click();
        mia.page().locator("#f-price").fill("ninety");
        mia.button("Save").click();
        assertThat(mia.page().locator("#f-price-help")).containsText("not in the form expected");
        mia.page().locator("#f-price").fill("1,090");
        mia.page().getByText("Own duration or price (Mia Okafor)").click();
        mia.field("Minutes for Mia Okafor").fill("50");
        mia.button("Save").click();
        assertThat(mia.page().getByText("Mia Okafor (50 min)")).isVisible();
        assertThat(mia.page().getByText("SEK 1,090.00")).isVisible();
        mia.forgive("422");
        mia.mustBeClean();

        var face = mia.page().locator("[data-sort]").nth(1);
        face.locator("[data-grip]").first().focus();
        mia.saves("/settings/services/order", () -> mia.press("ArrowDown"));
        mia.open("/settings/services");
        assertThat(face.locator(".service").first()).containsText("Express facial");
        face.locator(".service").first().getByText("Archive").click();
        assertThat(mia.page().getByText("Express facial is archived.")).isVisible();
        mia.button("Undo").click();
        assertThat(mia.page().getByText("Express facial is offered again.")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP,LIGHT", "PHONE,DARK"})
    void hoursAreTypedAndReadBack(Screen screen, ColorScheme scheme) {
        var mia = signedIn(browser.window(Cast.url(), screen, scheme));
        mia.open("/settings/team/" + Cast.dora().staff());
        mia.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Working hours"))
                .click();
        mia.field("Monday").fill("9-5");
        mia.field("Friday").fill("when she likes");
        mia.button("Save").click();
        assertThat(mia.page().locator(".field-error")).hasCount(1);
        mia.field("Friday").fill("10am-1pm, 2pm-8pm");
        sends(mia, "Save");
        assertThat(mia.field("Monday")).hasValue("9am–5pm");
        assertThat(mia.field("Friday")).hasValue("10am–1pm, 2pm–8pm");

        mia.page().locator("#f-fromDay").fill("2031-07-01");
        mia.page().locator("#f-untilDay").fill("2031-07-14");
        mia.field("Reason").fill("Two weeks at sea");
        sends(mia, "Add time off");
        assertThat(mia.page().locator(".line-note").getByText("Two weeks at sea").first())
                .isVisible();
        mia.page().locator("#f-date-day").fill("2031-12-24");
        sends(mia, "Set the hours of this date");
        assertThat(mia.page().locator(".line-note").getByText("Does not work")).isVisible();
        mia.forgive("422");
        mia.wholeShot("hours-" + screen + "-" + scheme);
        mia.mustBeClean();
    }

    /** Presses a form's button and waits for the page that answers, all of it. */
    private static void sends(Window window, String button) {
        window.saves("/hours/", () -> window.button(button).click());
        window.page().waitForLoadState();
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP,LIGHT", "PHONE,DARK"})
    void everyPageIsClean(Screen screen, ColorScheme scheme) {
        var mia = signedIn(browser.window(Cast.url(), screen, scheme));
        for (String page :
                List.of(
                        "settings/business",
                        "settings/branches",
                        "settings/branches/new",
                        "settings/team",
                        "settings/team/new",
                        "settings/roles",
                        "settings/roles/new",
                        "settings/lists/statuses",
                        "settings/services",
                        "settings/services/new",
                        "settings/services/usual",
                        "settings/keys/new",
                        "account")) {
            mia.open("/" + page);
            mia.wholeShot(
                    (page + "-" + screen + "-" + scheme)
                            .replace('/', '-')
                            .toLowerCase(java.util.Locale.ROOT));
            mia.mustBeClean();
        }
    }

    private static Window signedIn(Window window) {
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        window.page().context().addCookies(List.of(cookie));
        return window;
    }
}
