package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.journeys.Browser.Screen;
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
