package app.style;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.journeys.Browser;
import app.clientele.journeys.Browser.Screen;
import app.clientele.journeys.Window;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.KeyboardModifier;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the frame's scripts promise, tried with keyboard, mouse and finger. */
class FrameTests {
    @RegisterExtension final Browser browser = new Browser();

    private Window desk(String path) {
        var window = browser.desktop(StyleApp.url());
        window.open(path);
        return window;
    }

    private static Locator one(Window window, String css) {
        return window.page().locator(css).first();
    }

    @Test
    void thePaletteIsWorkedByKeysAlone() {
        var window = desk("/style");
        window.link("Inbox").focus();
        window.press("Control+k");
        one(window, ".palette-option").waitFor();
        window.mustFocus("Search or jump to");
        window.mustBeClean();
        window.page().keyboard().type("oko");
        assertThat(window.page().locator(".palette-option")).hasCount(2);
        window.press("ArrowDown");
        var active = one(window, ".palette-input").getAttribute("aria-activedescendant");
        assertThat(one(window, "#" + active).textContent()).contains("Noor Okonkwo");
        window.press("Escape");
        window.mustFocus("Inbox");
        window.press("Control+k");
        window.page().keyboard().type("inbox");
        assertThat(window.page().locator(".palette-option")).hasCount(1);
        window.press("Enter");
        window.page().waitForURL("**/style?inbox");
    }

    @Test
    void thePaletteOffersWhatThePageCanDo() {
        var window = desk("/style/record");
        window.press("Control+k");
        window.page().keyboard().type("book");
        assertThat(one(window, ".palette-option")).containsText("Book");
        window.press("Enter");
        window.page().waitForURL("**/style?book");
    }

    @Test
    void keysLeadAboutButNotWhileTyping() {
        var window = desk("/style/list");
        window.press("/");
        window.mustFocus("Search customers");
        window.page().keyboard().type("c?gt");
        assertThat(one(window, "[type=search]").inputValue()).isEqualTo("c?gt");
        one(window, "h1").click();
        window.press("?");
        one(window, "#shortcuts[open]").waitFor();
        window.mustBeClean();
        assertThat(one(window, "#shortcuts").textContent())
                .contains("Customers", "New customer", "Search customers");
        window.press("Escape");
        window.press("g");
        window.press("t");
        window.page().waitForURL("**/style?today");
    }

    @Test
    void singleKeysCanBeSwitchedOff() {
        var window = desk("/style/list?shortcuts=off");
        window.press("?");
        window.press("/");
        assertThat(one(window, "#shortcuts").isVisible()).isFalse();
        assertThat(window.focused()).isNotEqualTo("Search customers");
    }

    @Test
    void aToastOffersUndoForTenSecondsAndWaitsWhileLookedAt() {
        var window = browser.desktop(StyleApp.url());
        window.page().clock().install();
        window.open("/style");
        window.button("Remove label").click();
        window.sees("Label “Ünïcode ☂ <b>VIP</b>” removed");
        window.page().clock().fastForward(9_000);
        window.press("F6");
        window.mustFocus("Undo");
        window.page().clock().fastForward(60_000);
        assertThat(one(window, ".toast-note").isVisible()).isTrue();
        window.mustBeClean();
        window.press("Enter");
        one(window, ".toast-note")
                .waitFor(
                        new Locator.WaitForOptions()
                                .setState(
                                        com.microsoft.playwright.options.WaitForSelectorState
                                                .DETACHED));
        window.button("Remove label").click();
        one(window, ".toast-note").waitFor();
        one(window, "h1").hover();
        window.page().clock().fastForward(11_000);
        assertThat(window.page().locator(".toast-note")).hasCount(0);
    }

    @Test
    void aRefusedFormKeepsWhatWasTypedAndTakesTheFocus() {
        var window = desk("/style");
        window.link("A form in a dialog").click();
        one(window, "#dialog[open]").waitFor();
        window.field("Note").fill("typed <b>before</b>");
        window.button("Save").last().click();
        window.sees("One thing needs your attention");
        window.forgive("422");
        window.mustFocusOn("Enter a name");
        assertThat(
                        window.page()
                                .locator("#dialog [aria-invalid=true]")
                                .getAttribute("aria-describedby"))
                .isEqualTo("f-name-help");
        window.mustBeClean();
        window.field("Name").last().fill("Mäya <i>");
        window.press("Enter");
        window.page().waitForURL("**/style/form");
        window.sees("Mäya <i> was saved");
        window.page().reload();
        assertThat(window.page().locator(".toast-note")).hasCount(0);
    }

    @Test
    void aDialogGivesTheFocusBackAndKeepsADraft() {
        var window = desk("/style");
        var opener = window.link("A form in a dialog");
        opener.click();
        one(window, "#dialog[open]").waitFor();
        window.page().locator("#dialog [name=note]").fill("half a thought");
        window.press("Escape");
        window.mustFocus("A form in a dialog");
        opener.click();
        one(window, "#dialog[open]").waitFor();
        assertThat(window.page().locator("#dialog [name=note]")).hasValue("half a thought");
        assertThat(window.page().evaluate("localStorage.length + sessionStorage.length"))
                .isEqualTo(0);
    }

    @Test
    void aFailedWriteSaysSoBesideItWithItsNumber() {
        var window = desk("/style");
        window.button("Refused").click();
        window.sees("This slot was just taken.");
        window.forgive("409");
        window.mustBeClean();
        var number = one(window, "main > .failure code").textContent();
        assertThat(number).matches("[0-9a-f]{16}");
        window.button("Copy").first().click();
        assertThat(one(window, "#announcer")).hasText("Copied");
        assertThat(window.page().evaluate("navigator.clipboard.readText()")).isEqualTo(number);
        window.button("Broken").click();
        window.sees("It was not saved");
        window.forgive("500");
        assertThat(window.page().locator("main > .failure")).hasCount(1);
    }

    @Test
    void withoutAConnectionNothingIsSentAndNothingIsLost() {
        var window = desk("/style/form");
        window.field("Name").fill("Maya");
        window.page().context().setOffline(true);
        window.button("Save").click();
        window.sees("You are offline");
        window.forgive("ERR_INTERNET_DISCONNECTED"); // the server was looked for
        window.mustBeClean();
        assertThat(window.field("Name").inputValue()).isEqualTo("Maya");
        window.page().context().setOffline(false);
        window.button("Save").click();
        window.sees("Maya was saved");
    }

    /** As on a laptop that serves itself with its network off. */
    @Test
    void aBrowserThatThinksItIsOfflineStillReachesItsServer() {
        var window = browser.desktop(StyleApp.url());
        window.page()
                .addInitScript(
                        "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false })");
        window.open("/style/form");
        window.field("Name").fill("Maya");
        window.button("Save").click();
        window.sees("Maya was saved");
        assertThat(window.page().locator("#offline")).isHidden();
    }

    @Test
    void theThemeIsKeptAndNeverFlashes() {
        var window = browser.window(StyleApp.url(), Screen.DESKTOP, ColorScheme.DARK);
        window.page()
                .addInitScript(
                        "addEventListener('DOMContentLoaded', () => document.documentElement.dataset.first = document.documentElement.dataset.bsTheme)");
        window.open("/style");
        assertThat(one(window, "html").getAttribute("data-first")).isEqualTo("dark");
        window.page().locator(".rail-me").click();
        window.page()
                .waitForResponse("**/appearance", () -> window.button("Light").first().click());
        assertThat(one(window, "html").getAttribute("data-bs-theme")).isEqualTo("light");
        window.page().reload();
        assertThat(one(window, "html").getAttribute("data-first")).isEqualTo("light");
        assertThat(one(window, "html").getAttribute("data-theme")).isEqualTo("light");
    }

    @Test
    void listsAreOrderedByKeysByButtonsAndByMouse() {
        var window = desk("/style");
        window.page().locator("[data-grip]").first().focus();
        window.saves("/style/order", () -> window.press("ArrowDown"));
        assertThat(notes(window)).isEqualTo("Formula Prefers Never");
        assertThat(one(window, "#announcer")).hasText("Moved to place 2 of 3");
        window.saves("/style/order", () -> window.page().locator("[data-move='1']").nth(1).click());
        assertThat(notes(window)).isEqualTo("Formula Never Prefers");
        var grips = window.page().locator("[data-grip]");
        window.saves("/style/order", () -> window.drag(grips.nth(2), grips.nth(0)));
        assertThat(notes(window)).isEqualTo("Prefers Formula Never");
    }

    @Test
    void anOrderThatIsRefusedComesBack() {
        var window = desk("/style?order=refused");
        window.page()
                .evaluate(
                        "document.querySelector('[data-sort]').dataset.sort = '/style/order/refused'");
        window.page().locator("[data-grip]").first().press("ArrowDown");
        window.sees("It may have been moved");
        window.forgive("404");
        assertThat(notes(window)).isEqualTo("Prefers Formula Never");
    }

    private static String notes(Window window) {
        return window
                .page()
                .locator("[data-sort] .line-main > span:first-child")
                .allTextContents()
                .stream()
                .map(text -> text.split("\\W")[0])
                .reduce((a, b) -> a + " " + b)
                .orElse("");
    }

    @Test
    void rowsArePeekedIntoAndPicked() {
        var window = desk("/style/list");
        window.page().locator("tr[data-href]").first().focus();
        window.press("Space");
        one(window, "#drawer[open]").waitFor();
        window.mustBeClean();
        window.press("ArrowDown");
        assertThat(window.page().locator("tr.peeked")).containsText("Tom Reyes");
        window.press("Escape");
        window.mustFocusOn("Tom Reyes");
        window.press("x");
        window.sees("1 selected");
        window.page()
                .locator("tbody .pick input")
                .nth(4)
                .click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
        window.sees("4 selected");
        window.mustBeClean();
        window.page().locator("tr[data-href]").first().focus();
        window.press("Enter");
        window.page().waitForURL("**/style/record");
    }

    @Test
    void aPhotoIsTakenCutAndSent() {
        var window = desk("/style");
        window.button("Take a photo").first().click();
        window.page().locator("[data-shoot]").click();
        window.page().locator("canvas").waitFor();
        window.mustBeClean();
        window.page().locator("canvas").press("ArrowLeft");
        window.page().getByLabel("Zoom").fill("2");
        window.button("Save photo").click();
        window.sees("image/jpeg 800x800 was saved");
    }

    @Test
    void aPictureThatIsChosenIsCutAndSent() {
        var window = desk("/style");
        window.page().locator("#photo-file").setInputFiles(picture());
        window.button("Save photo").click();
        window.sees("image/jpeg 800x800 was saved");
    }

    private static Path picture() {
        try {
            var image =
                    new java.awt.image.BufferedImage(
                            1200, 500, java.awt.image.BufferedImage.TYPE_INT_RGB);
            var file = java.nio.file.Files.createTempFile("picture", ".png");
            javax.imageio.ImageIO.write(image, "png", file.toFile());
            return file;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void menusOpenBesideTheirButtonAndCloseWithEscape() {
        var window = desk("/style");
        window.button("More actions").click();
        one(window, "#page-menu").waitFor();
        window.mustBeClean();
        var menu = window.page().locator("#page-menu").boundingBox();
        var button = window.button("More actions").boundingBox();
        assertThat(menu.y).isBetween(button.y + button.height, button.y + button.height + 12);
        window.press("Escape");
        assertThat(window.page().locator("#page-menu")).isHidden();
    }

    @Test
    void everythingElseIsUnderMoreOnAPhone() {
        var window = browser.phone(StyleApp.url());
        window.open("/style");
        assertThat(window.page().locator(".thumb").allTextContents())
                .containsExactly("Today", "Calendar", "Customers", "Inbox", "More");
        window.button("More").last().click();
        window.link("Reports").waitFor();
        window.mustBeClean();
        window.link("Settings").click();
        window.page().waitForURL("**/settings");
        window.mustBeClean();
        window.link("Business").click();
        window.page().waitForURL("**/style/settings");
    }

    @Test
    void pagesWorkWithoutScripts() {
        var window = browser.withoutScripts(StyleApp.url());
        window.open("/style/form");
        window.field("Name").fill("Maya");
        window.button("Save").click();
        window.sees("Maya was saved");
        window.field("Name").fill(" ");
        window.button("Save").click();
        window.sees("One thing needs your attention");
        window.forgive("422");
        window.page().locator(".rail-me").click();
        window.button("Dark").first().click();
        assertThat(window.page().locator("html").getAttribute("data-bs-theme")).isEqualTo("dark");
    }
}
