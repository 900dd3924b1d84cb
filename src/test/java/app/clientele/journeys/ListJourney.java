package app.clientele.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Email;
import app.clientele.customers.CustomerDetails.Phone;
import app.clientele.customers.Customers;
import app.clientele.customers.choices.Choices;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A receptionist in a hurry finds people, and sorts out many at once. */
@ClienteleTest
class ListJourney {
    private static final List<String> NAMES =
            List.of("Maya Okonkwo", "Tom Reyes", "Aiko Kimura", "Ingrid Janssen", "Noor Haddad");

    @RegisterExtension final Browser browser = new Browser();

    private static @Nullable UUID peopled;

    @BeforeEach
    void people() {
        if (Cast.mia().business().equals(peopled)) {
            return;
        }
        peopled = Cast.mia().business();
        Cast.mia()
                .run(() -> {
                    Cast.bean(Choices.class)
                            .add(Choices.Kind.TAG, new Choices.ChoiceDetails("VIP", "purple"));
                    for (int i = 0; i < 60; i++) {
                        Cast.bean(Customers.class).create(person(i));
                    }
                });
    }

    private static CustomerDetails person(int i) {
        boolean known = i < NAMES.size();
        String[] name = (known ? NAMES.get(i) : "Guest Number" + i).split(" ", 2);
        return new CustomerDetails(
                name[0],
                null,
                name[1],
                null,
                known ? List.of(new Email(name[0] + "@example.se", true)) : List.of(),
                List.of(new Phone("070-555 %02d %02d".formatted(i, 99 - i), null, true, null)),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                i == 0 ? List.of("VIP") : List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                java.util.Map.of());
    }

    private Window desk() {
        return signedIn(browser.desktop(Cast.url()));
    }

    private static Window signedIn(Window window) {
        var cookie = new Cookie("clientele", Cast.mia().session()).setUrl(Cast.url());
        window.page().context().addCookies(List.of(cookie));
        window.open("/customers");
        return window;
    }

    private static Locator rows(Window desk) {
        return desk.page().locator("[data-rows] tbody tr");
    }

    private static void sees(Window desk, String text) {
        assertThat(desk.page().locator("body"))
                .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    }

    @Test
    void findsSomebodyByWhatOneHappensToKnow() {
        Window desk = desk();
        assertThat(rows(desk)).hasCount(50);
        desk.mustBeClean();
        desk.press("/");
        desk.page().keyboard().type("55501");
        assertThat(rows(desk)).hasCount(1);
        assertThat(rows(desk)).containsText("Tom Reyes");
        assertThat(desk.page()).hasURL(Pattern.compile("q=55501"));
        desk.page().locator("#list-q").fill("jansen");
        assertThat(rows(desk)).containsText("Ingrid Janssen");
        desk.page().locator("#list-q").fill("zzzqqq");
        sees(desk, "Nobody found for");
        desk.mustBeClean();
        desk.link("Show everybody").click();
        assertThat(rows(desk)).hasCount(50);
    }

    @Test
    void narrowsTheListAndKeepsItAsAView() {
        Window desk = desk();
        desk.press("f");
        desk.page().locator("#add-filter").getByText("E-mail").click();
        desk.field("Has e-mail").check();
        desk.mustBeClean();
        desk.button("Show").click();
        sees(desk, "5 customers");
        desk.mustBeClean();
        desk.link("Save view").click();
        desk.page().locator("#dialog [name=name]").fill("Reachable");
        desk.page().locator("#dialog .btn-primary").click();
        sees(desk, "Reachable is saved.");
        assertThat(desk.page().locator(".list-views [aria-current]")).containsText("Reachable");
        desk.mustBeClean();
        desk.page().locator(".chip-x").click();
        sees(desk, "60 customers");
        desk.link("Display").click();
        desk.field("Birthday").check();
        desk.field("Compact").check();
        desk.button("Show it so").click();
        assertThat(desk.page().locator("thead")).containsText("Birthday");
        assertThat(desk.page().locator("body")).hasAttribute("data-density", "compact");
        desk.mustBeClean();
    }

    @Test
    void tagsManyAtOnceAndTakesItBack() {
        Window desk = desk();
        desk.page().locator("#list-q").fill("guest");
        sees(desk, "55 customers");
        Locator boxes = desk.page().locator("tbody .pick input");
        boxes.nth(0).click();
        boxes.nth(3)
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        sees(desk, "4 selected");
        desk.mustBeClean();
        desk.page().locator("[data-bulk] [value=tag]").click();
        sees(desk, "Tag 4 customers");
        desk.field("VIP").check();
        desk.mustBeClean();
        desk.page().locator("#dialog").getByText("Tag 4 customers").last().click();
        sees(desk, "4 customers tagged VIP");
        assertThat(rows(desk).filter(new Locator.FilterOptions().setHasText("VIP"))).hasCount(4);
        desk.button("Undo").click();
        sees(desk, "Taken back: 4 customers");
        assertThat(rows(desk).filter(new Locator.FilterOptions().setHasText("VIP"))).hasCount(0);
    }

    @Test
    void takesEverybodyTheListFindsAlongAsAFile() {
        Window desk = desk();
        desk.field("Select everybody on this page").click();
        desk.button("Select all: 60 customers").click();
        sees(desk, "All selected: 60 customers");
        Download file =
                desk.page()
                        .waitForDownload(() -> desk.page().locator("[formaction$='.csv']").click());
        org.assertj.core.api.Assertions.assertThat(file.suggestedFilename()).endsWith(".csv");
        org.assertj.core.api.Assertions.assertThat(file.path())
                .content()
                .contains("Maya", "Number59");
        desk.button("Select nobody").click();
        assertThat(desk.page().locator("[data-bulk]")).isHidden();
    }

    @Test
    void goesThroughTheListByKeys() {
        Window desk = desk();
        desk.page().locator("#list-q").focus();
        desk.press("ArrowDown");
        desk.press("ArrowDown");
        String second = String.valueOf(rows(desk).nth(1).locator(".list-name bdi").textContent());
        desk.press("x");
        sees(desk, "1 selected");
        desk.press("x");
        desk.press("Space");
        assertThat(desk.page().locator("#drawer")).containsText(second);
        desk.mustBeClean();
        desk.press("ArrowDown");
        String third = String.valueOf(rows(desk).nth(2).locator(".list-name bdi").textContent());
        assertThat(desk.page().locator("#drawer h2")).hasText(third);
        desk.press("Escape");
        assertThat(desk.page().locator("#drawer")).isHidden();
        desk.press("Enter");
        assertThat(desk.page().locator("h1")).containsText(third);
        sees(desk, "3 of 60");
        desk.mustBeClean();
        desk.press("k");
        assertThat(desk.page().locator("h1")).containsText(second);
        sees(desk, "2 of 60");
    }

    @Test
    void fitsAPhoneAndTheDark() {
        for (Browser.Screen screen : List.of(Browser.Screen.PHONE, Browser.Screen.SMALL_PHONE)) {
            Window phone = signedIn(browser.window(Cast.url(), screen, ColorScheme.DARK));
            phone.mustBeClean();
            phone.page().locator("tbody .pick input").first().check();
            phone.mustBeClean();
            phone.page().locator("[data-peek-open]").first().click();
            assertThat(phone.page().locator("#drawer")).isVisible();
            phone.mustBeClean();
            phone.page().locator("#drawer [data-close]").click();
            phone.open("/customers?deactivated=with&hasEmail=true&sort=newest");
            phone.mustBeClean();
        }
    }

    @Test
    void worksWithoutScripts() {
        Window plain = signedIn(browser.withoutScripts(Cast.url()));
        assertThat(rows(plain)).hasCount(50);
        plain.page().locator("#list-q").fill("maya");
        plain.page().locator("#list-q").press("Enter");
        assertThat(rows(plain)).hasCount(1);
        plain.page().locator("tbody .pick input").check();
        plain.page().locator("[data-bulk] [value=status]").click();
        plain.page().getByLabel("Active", new Page.GetByLabelOptions().setExact(true)).check();
        plain.page().locator("main button[type=submit]").last().click();
        sees(plain, "1 customer set to Active");
    }
}
