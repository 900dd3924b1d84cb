package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.calendar.Diary;
import app.clientele.calendar.classes.Studio;
import com.microsoft.playwright.options.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody fills a class, lets one wait, checks in by a key, and calls one off. */
@ClienteleTest
class ClassJourney {
    @RegisterExtension final Browser browser = new Browser();

    private static Window signedIn(Window window) {
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        window.page().context().addCookies(List.of(cookie));
        return window;
    }

    @Test
    void fillsAClassChecksInAndPassesAPlaceOn() {
        Studio studio = Studio.of(1);
        String session = studio.session(Diary.ago(-2), null);
        String ann = studio.customer("Annika");
        String bea = studio.customer("Beatrix");
        Window desk = signedIn(browser.desktop(Cast.url()));
        desk.open("/customers/" + ann + "/classes");
        desk.mustBeClean();
        desk.page().keyboard().press("b");
        String path = session.replace("/class-sessions/", "/classes/");
        desk.page().locator(".class-bar").waitFor();
        desk.mustBeClean();
        desk.open(path + "?customer=" + ann);
        desk.page().locator(".class-join .btn-primary").click();
        desk.sees("Annika is booked");
        desk.mustBeClean();

        desk.open(path + "?customer=" + bea);
        desk.page().locator(".class-join .btn-primary").click();
        desk.sees("Beatrix is on the waiting list");
        assertThat(desk.page().locator("#places")).hasText("1 of 1, 1 waiting");
        desk.page().keyboard().press("1");
        assertThat(desk.page().locator("#attended")).hasText("1 is there");
        desk.button("Undo check-in: Annika").click();
        assertThat(desk.page().locator("#attended")).hasText("nobody checked in yet");
        desk.button("Cancel: Annika").click();
        assertThat(desk.page().locator("#places")).hasText("1 of 1");
        desk.mustBeClean();
        desk.open("/settings/classes");
        desk.mustBeClean();
        desk.open("/settings/classes/" + studio.kind());
        desk.mustBeClean();
        desk.open(path + "/edit");
        desk.mustBeClean();
    }
}
