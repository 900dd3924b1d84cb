package app.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.clientele.journeys.Browser;
import app.clientele.journeys.Browser.Screen;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every building block on every screen, in both colours, as axe and a ruler see it. */
class StylePageTests {
    private static final List<String> PAGES =
            List.of("", "/record", "/list", "/settings", "/signin?out", "/form");
    private static final String SPACED =
            "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }";

    @RegisterExtension final Browser browser = new Browser();

    @ParameterizedTest
    @CsvSource({"DESKTOP,DARK", "TABLET,LIGHT", "PHONE,LIGHT"})
    void everyPageIsClean(Screen screen, ColorScheme scheme) {
        var window = browser.window(StyleApp.url(), screen, scheme);
        for (var page : PAGES) {
            window.open("/style" + page);
            window.shot("style" + page.replaceAll("\\W+", "-") + "-" + name(screen, scheme));
            window.mustBeClean();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"WIDE", "SMALL_PHONE"})
    void nothingIsWiderThanTheWindow(Screen screen) {
        var window = browser.window(StyleApp.url(), screen, ColorScheme.LIGHT);
        for (var page : PAGES) {
            window.open("/style" + page);
            assertThat(window.overflow()).as(page).isLessThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"en-XA,PHONE", "ar,DESKTOP"})
    void longWordsAndRightToLeftBreakNothing(String language, Screen screen) {
        var window = browser.window(StyleApp.url(), screen, ColorScheme.LIGHT);
        for (var page : List.of("", "/record", "/list", "/settings")) {
            window.open("/style" + page + "?lang=" + language);
            window.shot(
                    "style"
                            + page.replaceAll("\\W+", "-")
                            + "-"
                            + language
                            + "-"
                            + name(screen, ColorScheme.LIGHT));
            window.mustBeClean();
        }
        assertThat(window.page().locator("html").getAttribute("dir"))
                .isEqualTo(language.equals("ar") ? "rtl" : "ltr");
    }

    @Test
    void widerSpacingOfTextLosesNothing() {
        var window = browser.phone(StyleApp.url());
        for (var page : PAGES) {
            window.open("/style" + page);
            window.page()
                    .evaluate(
                            "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }",
                            SPACED);
            assertThat(window.overflow()).as(page).isLessThanOrEqualTo(0);
        }
    }

    /** WCAG 2.4.11 and the bar's height: 48 pixels at a desk, 88 on a phone. */
    @ParameterizedTest
    @CsvSource({"DESKTOP,48", "PHONE,88"})
    void theRecordsBarHidesNothingThatHasTheFocus(Screen screen, int highest) {
        var window = browser.window(StyleApp.url(), screen, ColorScheme.LIGHT);
        window.page().setViewportSize(screen == Screen.PHONE ? 390 : 1440, 600);
        window.open("/style/record");
        window.page().evaluate("scrollTo(0, 600)");
        window.page().locator(".record-bar.stuck").waitFor();
        assertThat(window.page().locator(".record-bar").boundingBox().height)
                .isLessThanOrEqualTo(highest);
        for (int i = 0; i < 40; i++) {
            window.press(i < 20 ? "Tab" : "Shift+Tab");
            int step = i;
            await().atMost(Duration.ofSeconds(5)) // the page scrolls there, and the bar follows
                    .untilAsserted(() ->
                            assertThat((boolean) window.page().evaluate(HIDDEN_FOCUS))
                                    .as("hidden focus, step %s", step)
                                    .isFalse());
        }
    }

    private static final String HIDDEN_FOCUS =
            """
            (() => {
              const it = document.activeElement;
              const box = it.getBoundingClientRect();
              if (it === document.body || box.height === 0) return false;
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              const bar = top?.closest(".record-bar, .thumbs");
              return bar != null && !bar.contains(it);
            })()
            """;

    @Test
    void targetsOnAPhoneAreAsLargeAsAThumb() {
        var window = browser.phone(StyleApp.url());
        for (var page : List.of("/record", "/list")) {
            window.open("/style" + page);
            var small =
                    "[...document.querySelectorAll('.btn, .tab, .thumb, .form-control, .form-select')].filter(e => e.checkVisibility()).map(e => [e.className, e.getBoundingClientRect()]).filter(([, b]) => b.height > 0 && b.height < 40).map(([c]) => c)";
            assertThat((List<?>) window.page().evaluate(small)).as(page).isEmpty();
        }
    }

    private static String name(Screen screen, ColorScheme scheme) {
        return (screen + "-" + scheme).toLowerCase(Locale.ROOT);
    }
}
