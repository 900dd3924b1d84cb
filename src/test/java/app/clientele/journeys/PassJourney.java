package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.calendar.Diary;
import app.clientele.shared.Permission;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A card is made and printed at the desk; scanned, it opens the profile and checks in; lost, it
 * says so.
 */
@ClienteleTest
class PassJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final ApiClient api = Cast.api(Permission.values());

    private Window desk(boolean phone) {
        Window desk = phone ? browser.phone(Cast.url()) : browser.desktop(Cast.url());
        var cookie = new Cookie("clientele", Cast.dora().session()).setUrl(Cast.url());
        desk.page().context().addCookies(List.of(cookie));
        return desk;
    }

    /** As a USB scanner does: without waiting for anything. */
    private static void scanned(Window desk, String code) {
        desk.page().keyboard().press("Control+k");
        desk.page().keyboard().type(code);
        desk.page().keyboard().press("Enter");
    }

    @Test
    void isMadeScannedAndLost() {
        String ada =
                api.post("/customers", Map.of("firstName", "Ada", "lastName", "Scan"))
                        .json()
                        .path("id")
                        .asString();
        Window desk = desk(false);
        desk.open("/customers/" + ada + "/passes");
        desk.mustBeClean();
        desk.page().locator("main .card-ask .btn-primary").click();
        assertThat(desk.page().locator(".pass .qr")).isVisible();
        desk.mustBeClean();
        String code = desk.page().locator(".pass .pass-code").innerText();
        desk.open("/customers");
        scanned(desk, code.replace("-", ""));
        desk.page().waitForURL(Pattern.compile("/customers/" + ada + "$"));
        searched(code, ada);
        Diary.plain().booked(ada, Cast.paul(), Instant.now().truncatedTo(ChronoUnit.MINUTES));
        scanned(desk, code);
        assertThat(desk.page().locator("main")).containsText("Here for");
        desk.mustBeClean();
        desk.page().locator("main .btn-primary").click();
        desk.page().waitForURL(Pattern.compile("/customers/" + ada + "$"));
        desk.sees("Checked in");
        seen(code, ada);
        lose(ada, code);
    }

    /** In the search of the list, as fast. */
    private void searched(String code, String ada) {
        Window list = desk(false);
        list.open("/customers");
        list.page().locator("#list-q").focus();
        list.page().keyboard().type(code);
        list.page().keyboard().press("Enter");
        list.page().waitForURL(Pattern.compile("/customers/" + ada + "\\?list="));
    }

    /** By the camera, where the browser reads codes itself; this one learns it from us. */
    private void seen(String code, String ada) {
        Window phone = desk(true);
        phone.page()
                .addInitScript(
                        "window.BarcodeDetector = class { async detect(video) { return video.readyState > 1 ? [{ rawValue: '"
                                + code
                                + "' }] : []; } };");
        phone.open("/passes/scan");
        phone.mustBeClean();
        phone.page().locator("[data-scan-start]").click();
        phone.page().waitForURL(Pattern.compile("/customers/" + ada + "$"));
    }

    private void lose(String ada, String code) {
        Window phone = desk(true);
        phone.open("/customers/" + ada + "/passes");
        phone.mustBeClean();
        phone.page().locator("main .lines a").first().click();
        phone.page().locator("summary").first().click();
        phone.page().locator("#f-note").fill("Left on the train");
        phone.mustBeClean();
        phone.page().locator("form[action$='/loss'] button").click();
        assertThat(phone.page().locator("main .lines")).containsText("lost");
        phone.open("/passes/scan");
        phone.mustBeClean();
        phone.page().locator("#f-code").fill(code);
        phone.page().keyboard().press("Enter");
        assertThat(phone.page().locator("main [role=alert]")).containsText("Left on the train");
        phone.mustBeClean();
    }
}
