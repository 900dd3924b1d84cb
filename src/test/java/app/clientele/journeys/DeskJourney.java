package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.journeys.Browser.Screen;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the desk wants to know: who pays, whom they like, and what happened. */
@ClienteleTest
class DeskJourney {
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
        window.page().context().addCookies(List.of(cookie));
        return window;
    }

    @Test
    void taxInPlaceAndInTheList() {
        UUID ada = customer("Ada");
        var mia = signedIn(browser.desktop(Cast.url()));
        mia.open("/customers/" + ada);
        mia.page().locator("#detail-tax-edit").click();
        mia.page().locator("[name='tax.company']").fill("Engine Works");
        assertThat(mia.page().locator("[name='tax.reason']")).isHidden();
        mia.page().locator("#detail-tax [name='tax.exempt']").check();
        mia.page().locator("[name='tax.reason']").fill("Charity");
        mia.press("Enter");
        assertThat(mia.page().locator("#detail-tax")).containsText("Engine Works");
        assertThat(mia.page().locator("#detail-tax")).containsText("Charity");

        mia.open("/customers");
        mia.page().locator(".chip-add").click();
        mia.page().locator("#add-filter").getByText("Company").click();
        mia.page().locator("#dialog [name='company']").fill("engine");
        mia.page().locator("#dialog .dialog-foot button").click();
        mia.sees("Company begins with “engine”");
        assertThat(mia.page().locator(".list-count")).hasText("1 customer");
        mia.mustBeClean();
    }

    @Test
    void favouritesAreRankedByKeyboard() {
        Cast.dora();
        Cast.paul();
        UUID ada = customer("Ada");
        var mia = signedIn(browser.desktop(Cast.url()));
        mia.open("/customers/" + ada);
        mia.page().locator("#detail-staff-edit").click();
        var selects = mia.page().locator("#detail-staff select");
        selects.nth(0).selectOption("Dora Lind");
        selects.nth(1).selectOption("Paul Vries");
        mia.page().locator("#detail-staff [data-grip]").nth(1).focus();
        mia.press("ArrowUp");
        mia.button("Save").last().click();
        assertThat(mia.page().locator("#detail-staff li").first()).hasText("Paul Vries");
        assertThat(mia.page().locator("#detail-staff li").nth(1)).hasText("Dora Lind");

        mia.page().locator("#detail-barred-edit").click();
        mia.page().locator("#detail-barred select").first().selectOption("Mia Okafor");
        mia.page().locator("[name='barredStaff[0].reason']").fill("Sisters");
        mia.button("Save").last().click();
        assertThat(mia.page().locator("#detail-barred")).containsText("Sisters");
        mia.mustBeClean();
        mia.page().reload();
        assertThat(mia.page().locator("#detail-staff li").first()).hasText("Paul Vries");
    }

    @Test
    void theTimelineLoadsOnScrollAndNarrowsByKind() {
        UUID ada = customer("Ada");
        Cast.mia()
                .run(() -> {
                    for (int i = 0; i < 70; i++) {
                        Cast.bean(Notes.class)
                                .add(ada, new NoteDetails("Note " + i, "general", false));
                    }
                });
        var mia = signedIn(browser.desktop(Cast.url()));
        mia.open("/customers/" + ada + "/timeline");
        assertThat(mia.page().locator(".timeline-item").first()).containsText("Note 69");
        mia.page().locator(".timeline .more").scrollIntoViewIfNeeded();
        mia.page()
                .getByText(
                        "Note 35",
                        new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .waitFor();
        mia.page().locator("#kind-record").click();
        assertThat(mia.page().locator(".timeline-item")).hasCount(1);
        assertThat(mia.page()).hasURL(java.util.regex.Pattern.compile(".*kind=record"));
        mia.mustBeClean();
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP,LIGHT", "PHONE,DARK"})
    void everyPageIsClean(Screen screen, ColorScheme scheme) {
        UUID ada = customer("Ada");
        var mia = signedIn(browser.window(Cast.url(), screen, scheme));
        for (String page :
                List.of(
                        "/customers/" + ada,
                        "/customers/" + ada + "/timeline",
                        "/customers/" + ada + "/timeline?kind=record&kind=note",
                        "/customers/" + ada + "/edit",
                        "/customers/filter/staff",
                        "/customers/filter/company")) {
            mia.open(page);
            mia.mustBeClean();
        }
    }
}
