package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.calendar.Diary;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk sees who comes, checks them in with one click, and sees what colleagues do. */
@ClienteleTest
class DayJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final Diary diary = Diary.plain();
    private final Instant at = Diary.ago(77);
    private final String day =
            "/today?branch="
                    + Cast.branch()
                    + "&date="
                    + LocalDate.ofInstant(at, ZoneId.of("Europe/Stockholm"));

    private Window opened(Window window, Cast.Person person) {
        var cookie = new Cookie("clientele", person.session()).setUrl(Cast.url());
        window.page().context().addCookies(List.of(cookie));
        window.open(day);
        return window;
    }

    private static Locator visit(Window window, String path) {
        String id = path.substring(path.lastIndexOf('/') + 1);
        return window.page().locator("#visit-" + id);
    }

    @Test
    void checksInAndTakesItBackWhileAColleagueLooksOn() {
        String maya = diary.customer("Maya");
        diary.api()
                .post("/customers/" + maya + "/alerts", Map.of("text", "Latex!", "level", "red"));
        String path = diary.booked(maya, Cast.paul(), at);
        Window desk = opened(browser.desktop(Cast.url()), Cast.dora());
        Window other = opened(browser.desktop(Cast.url()), Cast.mia());
        assertThat(visit(desk, path)).containsText("Latex!");
        desk.mustBeClean();

        visit(desk, path).locator("button", text("Check in")).click();
        desk.sees("checked in");
        assertThat(visit(desk, path)).containsText("Begin");
        assertThat(visit(other, path)).containsText("Arrived");
        desk.takesBack();
        assertThat(visit(desk, path)).containsText("Check in");

        visit(desk, path).locator(".day-who").click();
        assertThat(desk.page().locator("#drawer")).containsText("Maya");
        desk.page().locator("#drawer").locator("button", text("Complete")).click();
        assertThat(visit(desk, path)).containsText("Completed");
        desk.press("Escape");
        desk.press("j");
        assertThat(visit(desk, path)).hasCount(0);
    }

    private static Locator.LocatorOptions text(String words) {
        return new Locator.LocatorOptions().setHasText(words);
    }

    @Test
    void isCleanOnPhonesAndInTheDark() {
        diary.booked(diary.customer("Maya"), Cast.paul(), at.minusSeconds(7200));
        opened(browser.phone(Cast.url()), Cast.dora()).mustBeClean();
        var dark = browser.window(Cast.url(), Browser.Screen.DESKTOP, ColorScheme.DARK);
        opened(dark, Cast.dora()).mustBeClean();
    }
}
