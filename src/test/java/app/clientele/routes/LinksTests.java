package app.clientele.routes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Whatever a page offers is there and allowed: every link and every part is followed, as each of
 * the roles a business begins with. What one may not do is not even shown.
 */
@ClienteleTest
class LinksTests {
    private static final Pattern OFFER = Pattern.compile("(?:href|hx-get)=\"(/[^\"#]*)[^\"]*\"");
    private static final Pattern SAME =
            Pattern.compile(
                    "[0-9a-f]{8}-[0-9a-f-]{27}|[?&](cursor|list|at|version|field|kind|date|time|week|month|day|start|status|lang)=[^&]*");

    /** No pages: files, what programs read, and a form that means nothing without its fields. */
    private static final Pattern APART = Pattern.compile("/assets/.*|/api/v1/.*|/customers/bulk");

    /** Of addresses that differ only in what they are about, so many are looked at. */
    private static final int OF_A_KIND = 2;

    @Test
    void nothingIsOfferedThatIsNotThereOrNotAllowed() {
        World.of(Cast.mia(), Cast.mia()).id("alert");
        var wrong = new ArrayList<String>();
        for (var person : List.of(Cast.mia(), Cast.mona(), Cast.dora(), Cast.paul())) {
            wrong.addAll(new Walk(person.name(), person.pages()).wrong());
        }
        assertThat(wrong).isEmpty();
    }

    private record Walk(
            String who,
            PageClient browser,
            ArrayDeque<String> ahead,
            HashSet<String> seen,
            Map<String, Integer> kinds,
            List<String> wrong) {
        Walk(String who, PageClient browser) {
            this(
                    who,
                    browser,
                    new ArrayDeque<>(List.of("/customers")),
                    new HashSet<>(),
                    new HashMap<>(),
                    new ArrayList<>());
        }

        @Override
        public List<String> wrong() {
            while (!ahead.isEmpty()) {
                go(ahead.remove());
            }
            assertThat(kinds).hasSizeGreaterThan(8);
            return wrong;
        }

        private void go(String path) {
            var answer = browser.get(path);
            if (answer.status() >= 400) {
                wrong.add(who + ": " + answer.status() + " " + path);
            } else if (answer.status() < 300 && isPage(answer.header("Content-Type"))) {
                OFFER.matcher(answer.body())
                        .results()
                        .map(LinksTests::address)
                        .filter(this::isNew)
                        .forEach(ahead::add);
            }
        }

        private static boolean isPage(String type) {
            return type.startsWith("text/html");
        }

        private boolean isNew(String path) {
            return !APART.matcher(path).matches()
                    && seen.add(path)
                    && kinds.merge(SAME.matcher(path).replaceAll("*"), 1, Integer::sum)
                            <= OF_A_KIND;
        }
    }

    private static String address(MatchResult found) {
        return found.group(1).replace("&amp;", "&");
    }
}
