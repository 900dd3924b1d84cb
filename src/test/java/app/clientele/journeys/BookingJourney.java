package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.calendar.Diary;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk books with few keys, for several people, and again and again. */
@ClienteleTest
class BookingJourney {
    @RegisterExtension final Browser browser = new Browser();

    private final Diary diary = Diary.plain();
    private final Instant at = Diary.freshDay();
    private final LocalDate day = LocalDate.ofInstant(at, ZoneId.of("Europe/Stockholm"));
    private final String name = "Quill" + UUID.randomUUID().toString().substring(0, 6);
    private int keys;

    private Window desk(Window window) {
        var cookie = new Cookie("clientele", Cast.dora().session()).setUrl(Cast.url());
        window.page().context().addCookies(List.of(cookie));
        return window;
    }

    /** Htmx tells of each request that a later choice overtook. */
    private static void clean(Window desk) {
        desk.forgive("htmx:sendAbort");
        desk.forgive("htmx:afterRequest");
        desk.mustBeClean();
    }

    private void type(Window desk, String text) {
        for (char c : text.toCharArray()) {
            press(desk, String.valueOf(c));
        }
    }

    private void press(Window desk, String key) {
        keys++;
        desk.press(key);
    }

    private void open(Window desk) {
        desk.open("/calendar?branch=" + Cast.branch() + "&date=" + day + "&hours=all");
    }

    @Test
    void fromAnEmptyPlaceByNameAndService() {
        diary.customer(name);
        Window desk = desk(browser.desktop(Cast.url()));
        open(desk);
        Locator slots =
                desk.page()
                        .locator(".cal-rows[data-staff='" + Cast.paul().staff() + "'] .cal-slots");
        slots.focus();
        press(desk, "ArrowDown");
        press(desk, "Enter");
        assertThat(desk.page().locator("#f-customerId")).isFocused();
        type(desk, name.substring(0, 8));
        press(desk, "Enter");
        assertThat(desk.page().locator("#f-serviceId")).isFocused();
        Locator service =
                desk.page().locator("#f-serviceId option[value='" + diary.service() + "']");
        assertThat(service).hasCount(1);
        String words = service.textContent();
        type(desk, words.substring(0, 15));
        assertThat(desk.page().locator("#f-serviceId")).hasValue(diary.service());
        press(desk, "Enter");
        Locator outside =
                desk.page().locator("#dialog[open] input[name='outsideHours'][type='checkbox']");
        Locator toast = desk.page().locator("#toasts .toast-note");
        outside.or(toast).first().waitFor();
        if (outside.isVisible()) {
            outside.check();
            desk.page().locator("#dialog button.btn-primary").click();
            desk.forgive("409");
        }
        desk.sees("booked");
        assertThat(keys)
                .as("keystrokes, 8 for the name and 15 for a service that is called as others are")
                .isLessThanOrEqualTo(28);
        clean(desk);
    }

    @Test
    void aGuestAtTheSameTimeAndAServiceAfterwards() {
        String maya = diary.customer(name);
        Window desk = desk(browser.desktop(Cast.url()));
        desk.open("/customers/" + maya);
        desk.press("b");
        assertThat(desk.page().locator("#dialog[open] #f-serviceId")).isVisible();
        desk.page().locator("#dialog #f-date").fill(day.toString());
        desk.page().locator("#f-serviceId").selectOption(diary.service());
        desk.page().locator("#f-staffId").selectOption(Cast.paul().staff().toString());
        desk.button("Bring somebody").click();
        Locator guest = desk.page().locator("[name='more[0].guestName']");
        guest.fill("Aunt Vera");
        desk.page().locator("[name='more[0].serviceId']").selectOption(diary.service());
        Locator with = desk.page().locator("[name='more[0].staffId']");
        with.selectOption(Cast.dora().staff().toString());
        assertThat(guest).hasValue("Aunt Vera");
        desk.page().locator("#f-time").fill("12:00");
        clean(desk);
        desk.page().locator("#dialog .form-foot .btn-primary").click();
        Locator outside =
                desk.page().locator("#dialog[open] input[name='outsideHours'][type='checkbox']");
        Locator toast = desk.page().locator("#toasts .toast-note");
        outside.or(toast).first().waitFor();
        if (outside.isVisible()) {
            outside.check();
            desk.page().locator("#dialog .form-foot .btn-primary").click();
            desk.forgive("409");
        }
        desk.sees("2 services booked");
        desk.open("/customers/" + maya + "/appointments");
        desk.sees("Booked together");
        clean(desk);
    }

    @Test
    void againAndAgainWithTheDaysShownFirst() {
        String maya = diary.customer(name);
        Window phone = desk(browser.window(Cast.url(), Browser.Screen.PHONE, ColorScheme.DARK));
        phone.open(
                "/appointments/create?customerId=%s&branchId=%s&serviceId=%s&staffId=%s&date=2031-02-04&time=10:00&outsideHours=true"
                        .formatted(maya, Cast.branch(), diary.service(), Cast.paul().staff()));
        phone.page().getByText("Repeat", new Page.GetByTextOptions().setExact(true)).click();
        phone.page().locator("#f-repeat").selectOption("weeks");
        phone.page().locator("#f-times").fill("3");
        phone.mustBeClean();
        phone.page().locator(".form-foot .btn-primary").click();
        phone.sees("3 days, all of them free");
        phone.mustBeClean();
        phone.button("Book these days").click();
        phone.sees("All of its series (3)");
        phone.mustBeClean();
    }
}
