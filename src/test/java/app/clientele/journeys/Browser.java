package app.clientele.journeys;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The machine's Chromium, started once for all tests. Register it as an extension; a window opened
 * through it is closed after its test, which fails if that window met an error.
 *
 * <pre>{@code
 * @RegisterExtension final Browser browser = new Browser();
 *
 * var desk = browser.desktop(url);
 * desk.open("/customers");
 * desk.mustBeClean();
 * }</pre>
 */
public final class Browser implements AfterEachCallback {
    private static final List<String> FLAGS =
            List.of(
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--use-fake-ui-for-media-stream",
                    "--use-fake-device-for-media-stream");
    private static com.microsoft.playwright.@Nullable Browser chromium;

    private final List<Window> windows = new ArrayList<>();

    /** How wide the window is and how it is touched. */
    public enum Screen {
        WIDE(1920, 1080, false),
        DESKTOP(1440, 1000, false),
        TABLET(820, 1100, false),
        PHONE(390, 844, true),
        SMALL_PHONE(320, 640, true);

        final int width;
        final int height;
        final boolean touched;

        Screen(int width, int height, boolean touched) {
            this.width = width;
            this.height = height;
            this.touched = touched;
        }
    }

    public Window desktop(String base) {
        return window(base, Screen.DESKTOP, ColorScheme.LIGHT);
    }

    public Window phone(String base) {
        return window(base, Screen.PHONE, ColorScheme.LIGHT);
    }

    /** A window with no cookies, as a new person would have. */
    public Window window(String base, Screen screen, ColorScheme scheme) {
        return window(options(base, screen).setColorScheme(scheme));
    }

    /** A desktop window in which no script runs. */
    public Window withoutScripts(String base) {
        return window(options(base, Screen.DESKTOP).setJavaScriptEnabled(false));
    }

    private Window window(com.microsoft.playwright.Browser.NewContextOptions options) {
        var window = new Window(chromium().newContext(options).newPage());
        windows.add(window);
        return window;
    }

    private static com.microsoft.playwright.Browser.NewContextOptions options(
            String base, Screen screen) {
        var options =
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(base)
                        .setViewportSize(screen.width, screen.height)
                        .setLocale("en-GB")
                        .setTimezoneId("Pacific/Chatham")
                        .setPermissions(List.of("clipboard-read", "clipboard-write"));
        if (screen.touched) {
            options.setDeviceScaleFactor(2)
                    .setHasTouch(true)
                    .setIsMobile(true)
                    .setUserAgent("Mozilla/5.0 (Linux; Android 16) Chrome/150 Mobile");
        }
        return options;
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            windows.forEach(window -> window.report(test.getRequiredTestMethod().getName()));
        }
        var problems = windows.stream().flatMap(window -> window.problems().stream()).toList();
        windows.forEach(window -> window.page().context().close());
        windows.clear();
        if (!problems.isEmpty() && test.getExecutionException().isEmpty()) {
            throw new AssertionError("The browser met errors: " + problems);
        }
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(30_000); // machines are shared
            var playwright =
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium =
                    playwright
                            .chromium()
                            .launch(
                                    new BrowserType.LaunchOptions()
                                            .setExecutablePath(executable())
                                            .setChromiumSandbox(false)
                                            .setArgs(FLAGS));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }

    private static Path executable() {
        return Stream.of(System.getenv().getOrDefault("CHROMIUM", ""), "/usr/bin/chromium")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium: see bin/test"));
    }
}
