package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.journeys.Browser.Screen;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody defines a field, fills it in on a profile, finds by it, and takes it along in a file.
 */
@ClienteleTest
class CustomFieldJourney {
    @RegisterExtension final Browser browser = new Browser();

    private static UUID customer(String name) {
        return Cast.mia()
                .call(() ->
                        Cast.bean(Customers.class)
                                .create(CustomerDetails.of(d -> d.firstName = name))
                                .id());
    }

    private static Window signedIn(Window window) {
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        window.page().context().addCookies(java.util.List.of(cookie));
        return window;
    }

    @Test
    void fromTheSettingsToTheFile() throws IOException {
        UUID ada = customer("Ada");
        customer("Bea");
        var mia = signedIn(browser.desktop(Cast.url()));
        mia.open("/settings/fields/new");
        mia.page().locator("#f-label").fill("Favourite oil");
        mia.page().locator("#f-type").selectOption("choice");
        mia.page().locator("#f-_options").fill("Almond\nRose\nNeroli");
        mia.button("Save").last().click();
        mia.sees("Favourite oil is added.");

        mia.link("Favourite oil").click();
        mia.page().locator("[data-grip]").last().focus();
        mia.press("ArrowUp");
        mia.button("Save").last().click();
        mia.sees("Favourite oil is saved.");
        mia.link("Favourite oil").click();
        assertThat(mia.page().locator("[name='_option.label']").nth(1)).hasValue("Neroli");

        mia.open("/customers/" + ada);
        mia.page().locator("#custom-favourite_oil").click();
        mia.page().locator("select[name='customFields.favourite_oil']").selectOption("Rose");
        mia.button("Save").last().click();
        assertThat(mia.page().locator("#custom-favourite_oil")).containsText("Rose");

        mia.open("/customers");
        mia.page().locator(".chip-add").click();
        mia.page().locator("#add-filter").getByText("Favourite oil").click();
        mia.page().locator("#dialog").getByLabel("Rose").check();
        mia.page().locator("#dialog .dialog-foot button").click();
        mia.sees("Favourite oil: Rose");
        assertThat(mia.page().locator(".list-count")).hasText("1 customer");
        mia.mustBeClean();

        mia.page().locator("[popovertarget='export-menu']").click();
        var file =
                mia.page()
                        .waitForDownload(
                                () -> mia.page().locator("#export-menu a").first().click());
        org.assertj.core.api.Assertions.assertThat(Files.readString(file.path()))
                .contains("Favourite oil")
                .contains("Rose")
                .doesNotContain("Bea");
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP,LIGHT", "PHONE,DARK"})
    void everyPageIsClean(Screen screen, ColorScheme scheme) {
        var api = Cast.api(app.clientele.shared.Permission.values());
        String name = "Field " + screen;
        var made =
                api.post(
                        "/custom-fields",
                        java.util.Map.of(
                                "label",
                                name,
                                "type",
                                "choices",
                                "section",
                                "Care",
                                "help",
                                "Ask once",
                                "options",
                                java.util.List.of(
                                        java.util.Map.of("label", "One"),
                                        java.util.Map.of("label", "Two"))));
        String id = made.json().path("id").asString();
        UUID ada = customer("Ada");
        var mia = signedIn(browser.window(Cast.url(), screen, scheme));
        for (String page :
                java.util.List.of(
                        "/settings/fields",
                        "/settings/fields/new",
                        "/settings/fields/" + id,
                        "/customers/" + ada,
                        "/customers/" + ada + "/edit",
                        "/customers/new",
                        "/customers/filter/custom/" + id)) {
            mia.open(page);
            mia.mustBeClean();
        }
    }
}
