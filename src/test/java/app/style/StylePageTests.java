package app.style;

import app.clientele.journeys.Browser;
import app.clientele.journeys.Browser.Screen;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every building block, on both screens and in both colours, as a person and as axe sees it. */
class StylePageTests {
    private static StyleApp.Running app;

    @RegisterExtension final Browser browser = new Browser();

    @BeforeAll
    static void start() {
        app = StyleApp.start();
    }

    @AfterAll
    static void stop() {
        app.close();
    }

    @ParameterizedTest
    @CsvSource({"DESKTOP,LIGHT", "DESKTOP,DARK", "TABLET,LIGHT", "PHONE,LIGHT", "PHONE,DARK"})
    void everyPageIsClean(Screen screen, ColorScheme scheme) {
        var window = browser.window(app.url(), screen, scheme);
        for (var page : List.of("", "/record", "/list", "/settings", "/signin?out", "/form")) {
            window.open("/style" + page);
            var name =
                    page.isEmpty()
                            ? "blocks"
                            : page.replaceAll("\\W", " ").strip().replace(" out", "");
            window.shot(
                    "style-%s-%s-%s"
                            .formatted(name, screen, scheme)
                            .toLowerCase(java.util.Locale.ROOT));
            window.wholeShot(
                    "style-%s-%s-%s-whole"
                            .formatted(name, screen, scheme)
                            .toLowerCase(java.util.Locale.ROOT));
            window.mustBeClean();
        }
    }
}
