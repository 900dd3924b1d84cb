package app.clientele.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A browser window that remembers every error, refused script and unexpected dialog it met. */
public final class Window {
    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String TRAP =
            """
            document.addEventListener("securitypolicyviolation", (e) =>
              console.error("CSP " + e.violatedDirective + " " + e.blockedURI + " " + e.sourceFile));
            """;

    private static final String FOCUSED =
            """
            name => ((e) => e.ariaLabel || e.title || e.placeholder
              || e.labels?.[0]?.textContent.trim() || e.textContent.trim())(document.activeElement)\
            """;
    private static final String LIES_AT =
            """
            y => ((box) => box.top <= y && y <= box.bottom)(document.querySelector(".sort-ghost").getBoundingClientRect())
            """;
    private static final String AXE = axe();

    /** Not through its builder, which opens a second page for every look at the first. */
    private static final String FAULTS =
            """
            async (tags) => (await axe.run({ runOnly: tags, resultTypes: ["violations"] })).violations.flatMap(
              (rule) => rule.nodes.map((node) => `${rule.id} at ${node.target}: ${node.failureSummary}`))
            """;

    private final Page page;
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<Request> waiting = new CopyOnWriteArrayList<>();

    Window(Page page) {
        this.page = page;
        page.setDefaultTimeout(60_000); // machines are shared
        page.addInitScript(TRAP);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text() + " of " + message.location() + " at " + page.url());
            }
        });
        page.onRequest(waiting::add);
        page.onRequestFinished(waiting::remove);
        page.onRequestFailed(waiting::remove);
        page.onPageError(error -> problems.add(error + " at " + page.url()));
        page.onDialog(dialog -> {
            if (!dialog.type().equals("beforeunload")) {
                problems.add("A dialog said " + dialog.message());
            }
            dialog.accept();
        });
    }

    public Page page() {
        return page;
    }

    public Response open(String path) {
        return page.navigate(path);
    }

    public Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    public Locator link(String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    public Locator field(String label) {
        return page.getByLabel(label);
    }

    public void press(String keys) {
        page.keyboard().press(keys);
    }

    /** WCAG 2.2 AA as far as axe can tell, and nothing wider than the window. */
    public void mustBeClean() {
        assertThat(faults()).as("accessibility of %s", page.url()).isEmpty();
        assertThat(overflow()).as("width of %s", page.url()).isLessThanOrEqualTo(0);
        assertThat(problems).as("errors on %s", page.url()).isEmpty();
    }

    /** What is fading in has not got its colours yet; what turns for ever is not waited for. */
    private static final String STILL =
            """
            () => Promise.allSettled(document.getAnimations()
                .filter((a) => a.effect.getComputedTiming().endTime < 2000).map((a) => a.finished))
            """;

    /** What axe finds, one line for each rule and element. */
    public List<String> faults() {
        if (!(boolean) page.evaluate("'axe' in window")) {
            page.evaluate(AXE);
        }
        page.evaluate(STILL);
        return ((List<?>) page.evaluate(FAULTS, WCAG)).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (var script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until the page shows this text. */
    public void sees(String text) {
        page.getByText(text).first().waitFor();
    }

    /** Undoes what the latest toast tells of, with the keys alone. */
    public void takesBack() {
        page.locator("#toasts .toast-note:last-child .toast-undo button").waitFor();
        press("F6");
        mustFocus("Undo");
        press("Enter");
    }

    /** Does this and waits until the server has taken it, so that a reload shows it. */
    public void saves(String path, Runnable act) {
        page.waitForResponse(r -> r.ok() && r.url().contains(path), act);
    }

    /**
     * Takes one entry of a list to the place of another as a hand does: once the list can be
     * sorted, and on from there when the entry has been picked up.
     */
    public void drag(Locator grip, Locator place) {
        grip.hover();
        page.waitForFunction(
                "grip => window.Sortable?.get(grip.closest('[data-sort]'))", grip.elementHandle());
        BoundingBox to = place.boundingBox();
        double x = to.x + to.width / 2;
        double y = to.y + to.height / 2;
        BoundingBox from = grip.boundingBox();
        page.mouse().down();
        move(from.x + from.width / 2, from.y + from.height / 2 + 6);
        page.locator(".sort-ghost").first().waitFor();
        // entries on their way to another place let nobody pass: the hand stays until they have
        for (int i = 0; i < 100 && !(boolean) page.evaluate(LIES_AT, y); i++) {
            move(x, y + i % 2);
            page.waitForTimeout(20);
        }
        page.mouse().up();
    }

    private void move(double x, double y) {
        page.mouse().move(x, y, new Mouse.MoveOptions().setSteps(5));
    }

    /** Waits until the element with this name, text or placeholder has the focus. */
    public void mustFocus(String name) {
        page.waitForFunction(FOCUSED + " === name", name);
    }

    /** As {@link #mustFocus}, told by a part of it. */
    public void mustFocusOn(String part) {
        page.waitForFunction(FOCUSED + ".includes(name)", part);
    }

    /** Name, text or placeholder of the element that has the focus. */
    public String focused() {
        return (String) page.evaluate(FOCUSED, "");
    }

    /** How many pixels the page is wider than its window. */
    public int overflow() {
        var wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
        return (int) page.evaluate(wider);
    }

    /** A picture of what is in the window, under {@code target/screenshots}. */
    public void shot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(picture(name)));
    }

    /** A picture of the whole page. */
    public void wholeShot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(picture(name)).setFullPage(true));
    }

    /** What is known of a failure: a picture, where it was, and what the server still owed. */
    void report(String test) {
        shot("failed-" + test);
        System.out.println(
                "%s failed at %s with %s on %s, waiting for %s"
                        .formatted(
                                test,
                                page.url(),
                                page.evaluate(
                                        "[navigator.onLine ? 'online' : 'offline', 'focus on ' + document.activeElement.outerHTML.slice(0, 200), document.querySelector('form[data-sent]') ? 'a form sent' : 'no form sent'].join(', ')"),
                                problems,
                                waiting.stream().map(r -> r.method() + " " + r.url()).toList()));
    }

    /** Errors met so far; taking an expected one out is said with {@link #forgive}. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** An error that the test provoked. */
    public void forgive(String part) {
        problems.removeIf(problem -> problem.contains(part));
    }

    private static Path picture(String name) {
        return Path.of("target", "screenshots", name + ".png");
    }
}
