package app.clientele.routes;

import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.ProfilePanel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every route × everybody × everything it could be about (X1, A1 to A3, A5, A8, A9). The routes
 * come from the running application: a new one is tried as soon as it exists, and fails here until
 * {@link Who} says who may use it.
 */
@ClienteleTest
class AuthorizationMatrixTests {
    /** The same in all tests: there is a limit to how many roles a business has. */
    private static final Visitors VISITORS = new Visitors();

    @Test
    void nobodyGetsWhereTheyMayNotAndNothingIsWritten() {
        var mine = World.of(Cast.mia(), Cast.mia());
        var others = World.of(Cast.otto(), Cast.otto());
        var cells = new ArrayList<List<Cell>>();
        for (Route route : Route.all()) {
            cells.add(Cell.refused(route, VISITORS, mine, mine.fresh(Cast.mia()), others));
        }
        var wrong = new ArrayList<String>();
        String before = Contents.digest();
        try (var failures = new FailuresLogged()) {
            for (List<Cell> ofRoute : cells) {
                ofRoute.parallelStream().map(Cell::tryIt).toList().forEach(wrong::addAll);
                String after = Contents.digest();
                if (!after.equals(before)) {
                    wrong.add(ofRoute.getFirst().route() + " was refused but wrote");
                    before = after;
                }
            }
            wrong.addAll(failures.all());
        }
        assertThat(wrong).isEmpty();
        assertThat(cells.stream().mapToInt(List::size).sum()).isGreaterThan(2000);
    }

    @Test
    void whoeverMayGetsThere() {
        var mine = World.of(Cast.mia(), Cast.mia());
        Function<Route, Stream<String>> wrong =
                route ->
                        Cell.allowed(route, VISITORS, mine).stream()
                                .flatMap(cell -> cell.tryIt().stream());
        // there is only one business and one rule to change, by one after the other
        var routes =
                Route.all().stream()
                        .collect(partitioningBy(r -> r.pattern().matches(".*(business|rule).*")));
        try (var failures = new FailuresLogged()) {
            assertThat(routes.get(false).parallelStream().flatMap(wrong)).isEmpty();
            assertThat(routes.get(true).stream().flatMap(wrong)).isEmpty();
            assertThat(failures.all()).isEmpty();
        }
    }

    @Test
    void tabsAreForThoseWhoMaySeeThem() {
        var mine = World.of(Cast.mia(), Cast.mia());
        for (ProfilePanel panel : Cast.beans(ProfilePanel.class)) {
            var others = EnumSet.complementOf(EnumSet.of(panel.permission()));
            var path = "/customers/" + mine.id("customer") + "/" + panel.path();
            assertThat(Cast.mia().pages().get(path).status()).as(path).isEqualTo(200);
            assertThat(VISITORS.browser(VISITORS.colleague(others)).get(path).status())
                    .as(path)
                    .isEqualTo(403);
        }
    }
}
