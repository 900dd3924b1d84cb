package app.clientele.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
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

    private final Page page;
    private final List<String> problems = new CopyOnWriteArrayList<>();

    Window(Page page) {
        this.page = page;
        page.setDefaultTimeout(60_000); // machines are shared
        page.addInitScript(TRAP);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                problems.add(message.text() + " at " + page.url());
            }
        });
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

    /** What axe finds, one line for each rule and element. */
    public List<String> faults() {
        return new AxeBuilder(page)
                .withTags(WCAG).analyze().getViolations().stream()
                        .flatMap(rule -> rule.getNodes().stream().map(node -> told(rule, node)))
                        .toList();
    }

    private static String told(Rule rule, CheckedNode node) {
        return rule.getId() + " at " + node.getTarget() + ": " + node.getFailureSummary();
    }

    /** Waits until the page shows this text. */
    public void sees(String text) {
        page.getByText(text).first().waitFor();
    }

    /** Name, text or placeholder of the element that has the focus. */
    public String focused() {
        return (String)
                page.evaluate(
                        "(() => { const e = document.activeElement;"
                                + " return e.ariaLabel || e.title || e.placeholder"
                                + " || e.labels?.[0]?.textContent.trim() || e.textContent.trim(); })()");
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
