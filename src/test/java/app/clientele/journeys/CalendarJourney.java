package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.calendar.Diary;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk books from the calendar, moves by hand and by keys, and sees what colleagues do. */
@ClienteleTest
class CalendarJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final Diary diary = Diary.plain();
    private final Instant at = Diary.freshDay();
    private final LocalDate day = LocalDate.ofInstant(at, ZoneId.of("Europe/Stockholm"));

    private static Window signedIn(Window window, Cast.Person person) {
        var cookie = new Cookie("clientele", person.session()).setUrl(Cast.url());
        window.page().context().addCookies(List.of(cookie));
        return window;
    }

    private Window opened(Window window, Cast.Person person) {
        signedIn(window, person);
        window.open("/calendar?branch=" + Cast.branch() + "&date=" + day + "&hours=all");
        return window;
    }

    private static Locator rows(Window window, Cast.Person whose) {
        return window.page().locator(".cal-rows[data-staff='" + whose.staff() + "']");
    }

    private static Locator entry(Window window, String path) {
        return window.page().locator(".cal-entry[href='" + path + "']");
    }

    private static void drag(Window window, Locator what, double right, double down, boolean edge) {
        what.scrollIntoViewIfNeeded();
        BoundingBox from = what.boundingBox();
        Mouse mouse = window.page().mouse();
        double x = from.x + 40;
        double y = edge ? from.y + from.height - 3 : from.y + 12;
        mouse.move(x, y);
        mouse.down();
        mouse.move(x + right, y + down, new Mouse.MoveOptions().setSteps(8));
        mouse.up();
    }

    @Test
    void movesStretchesTakesBackAndIsRefused() {
        String maya = diary.booked(diary.customer("Maya"), Cast.paul(), at);
        String noor = diary.booked(diary.customer("Noor"), Cast.dora(), at.plusSeconds(7200));
        Window desk = opened(browser.desktop(Cast.url()), Cast.dora());
        Window other = opened(browser.desktop(Cast.url()), Cast.mia());
        desk.mustBeClean();
        double across =
                rows(desk, Cast.dora()).boundingBox().x - rows(desk, Cast.paul()).boundingBox().x;

        drag(desk, entry(desk, maya), across, -84, false);
        answered(desk);
        assertThat(rows(desk, Cast.dora()).locator("[href='" + maya + "']")).hasCount(1);
        assertThat(rows(other, Cast.dora()).locator("[href='" + maya + "']")).hasCount(1);
        desk.takesBack();
        assertThat(rows(desk, Cast.paul()).locator("[href='" + maya + "']")).hasCount(1);

        drag(desk, entry(desk, maya), 0, 42, true);
        answered(desk);
        assertThat(entry(desk, maya)).hasAttribute("data-minutes", "75");

        entry(desk, maya).focus();
        desk.page().keyboard().down("Alt");
        desk.page().keyboard().press("ArrowDown");
        desk.page().keyboard().press("ArrowDown");
        desk.page().keyboard().up("Alt");
        answered(desk);
        assertThat(entry(desk, maya)).isFocused();

        double apart = entry(desk, noor).boundingBox().y - entry(desk, maya).boundingBox().y;
        drag(desk, entry(desk, maya), across, apart, false);
        assertThat(desk.page().locator("#dialog")).containsText("taken at that time");
        assertThat(rows(desk, Cast.paul()).locator("[href='" + maya + "']")).hasCount(1);
        desk.press("Escape");
        desk.forgive("409");
    }

    /** The calendar may ask whether it is to lie outside of the hours. */
    private static void answered(Window desk) {
        Locator outside =
                desk.page().locator("#dialog[open] input[name='outsideHours'][type='checkbox']");
        Locator toast = desk.page().locator("#toasts .toast-note");
        outside.or(toast).first().waitFor();
        if (outside.isVisible()) {
            outside.check();
            desk.page().locator("#dialog button.btn-primary").click();
        }
        desk.sees("moved");
        assertThat(desk.page().locator(".cal-entry.moving")).hasCount(0);
    }

    @Test
    void booksAnEmptyPlaceByKeys() {
        Window desk = opened(browser.desktop(Cast.url()), Cast.dora());
        Locator slots = rows(desk, Cast.paul()).locator(".cal-slots");
        slots.focus();
        desk.page().keyboard().press("ArrowDown");
        desk.page().keyboard().press("ArrowDown");
        assertThat(slots).hasAttribute("aria-label", Pattern.compile("Paul Vries"));
        String time =
                slots.getAttribute("href").replaceAll(".*time=(\\d\\d)%3A(\\d\\d).*", "$1:$2");
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator("#dialog [name='time']")).hasValue(time);
        assertThat(desk.page().locator("#dialog [name='date']")).hasValue(day.toString());
        desk.mustBeClean();
    }

    @Test
    void isCleanOnPhonesAndInTheDark() {
        diary.booked(diary.customer("Maya"), Cast.paul(), at);
        Window phone = opened(browser.phone(Cast.url()), Cast.dora());
        phone.mustBeClean();
        var dark = browser.window(Cast.url(), Browser.Screen.DESKTOP, ColorScheme.DARK);
        opened(dark, Cast.dora()).mustBeClean();
    }
}
