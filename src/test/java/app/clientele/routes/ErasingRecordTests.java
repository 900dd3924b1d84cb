package app.clientele.routes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every route against a record that waits to be erased, by somebody who may do everything: nothing
 * of it changes (X1). And against one that was erased: it is gone, for reads and writes alike.
 */
@ClienteleTest
class ErasingRecordTests {
    /** What is made to be done meanwhile, or writes nothing. */
    private static final Set<String> OPEN =
            Set.of(
                    "POST /customers/{id}/edit/rows",
                    "POST /customers/{id}/keep",
                    // one note is in its place already, and nothing was read that is not known
                    "POST /customers/{id}/notes/order",
                    "POST /customers/{id}/notes/{note}/move",
                    "POST /customers/{id}/alerts/acknowledge",
                    "PUT /api/v1/customers/{id}/retention",
                    "DELETE /api/v1/customers/{id}/erasure",
                    // the file reads what is there, and that it was made is put on record
                    "GET /customers/{id}/export");

    private static Stream<Route> ofCustomers() {
        return Route.all().stream()
                .filter(r ->
                        r.pattern().startsWith("/customers/{")
                                || r.pattern().startsWith("/api/v1/customers/{"));
    }

    @TestFactory
    Stream<DynamicTest> nothingOfItChangesWhileItWaits() {
        var visitors = new Visitors();
        var base = World.of(Cast.mia(), visitors.colleague(Permission.all()));
        visitors.browser(base.actor());
        visitors.key(Permission.all());
        return ofCustomers()
                .filter(route -> !route.isRead() && !OPEN.contains(route.toString()))
                .map(route ->
                        DynamicTest.dynamicTest(
                                route.toString(),
                                () -> waiting(route, visitors, base.fresh(base.actor()))));
    }

    private static void waiting(Route route, Visitors visitors, World world) {
        String path = route.path(v -> world.value(World.kind(route, v)));
        Before.the(route, world);
        if (route.toString().equals("DELETE /api/v1/customers/{id}/tags/{tag}")) {
            world.api().put(path, Map.of());
        }
        Sent sent = Sent.to(route, world);
        erase(world);
        String before = Contents.digest();
        for (Answer answer : answers(route, visitors, world, path, sent)) {
            assertThat(answer.status()).as("%s %s", route, answer).isEqualTo(409);
            assertThat(answer.body()).contains("waits to be erased");
        }
        assertThat(Contents.digest()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> onceErasedItIsGone() {
        var visitors = new Visitors();
        var base = World.of(Cast.mia(), visitors.colleague(Permission.all()));
        visitors.browser(base.actor());
        visitors.key(Permission.all());
        return ofCustomers()
                .map(route ->
                        DynamicTest.dynamicTest(
                                route.toString(),
                                () -> erased(route, visitors, base.fresh(base.actor()))));
    }

    private static void erased(Route route, Visitors visitors, World world) {
        String path = route.path(v -> world.value(World.kind(route, v)));
        String query = Bodies.QUERIES.getOrDefault(route.toString(), w -> "").apply(world);
        Sent sent = Sent.to(route, world);
        Cast.mia().run(() -> Erased.now(world.id("customer")));
        String before = Contents.digest();
        for (Answer answer : answers(route, visitors, world, path + query, sent)) {
            assertThat(answer.status()).as("%s %s", route, answer).isEqualTo(410);
            assertThat(answer.body()).doesNotContain("Vera");
        }
        assertThat(Contents.digest()).isEqualTo(before);
    }

    private static List<Answer> answers(
            Route route, Visitors visitors, World world, String path, Sent sent) {
        List<Answer> answers = new ArrayList<>();
        if (route.isApi()) {
            boolean patch = route.method().equals("PATCH");
            String etag = patch ? String.valueOf(world.api().get(path).etag()) : null;
            answers.add(
                    sent.by(
                            visitors.key(Permission.all()),
                            route,
                            path,
                            "".equals(etag) ? "\"1\"" : etag));
        } else {
            answers.add(sent.by(visitors.browser(world.actor()), route, path, false));
            answers.add(sent.by(visitors.browser(world.actor()), route, path, true));
        }
        return answers;
    }

    private static void erase(World world) {
        Answer begun = world.api().post("/customers/" + world.id("customer") + "/erasure", "{}");
        assertThat(begun.status()).as(begun.toString()).isEqualTo(201);
    }

    @Test
    void theAddressOfOneMergedIntoItIsGoneToo() {
        var world = World.of(Cast.mia(), Cast.mia());
        String gone = world.id("twin");
        world.api().post("/merges", Map.of("into", world.id("customer"), "from", gone));
        Cast.mia().run(() -> Erased.now(world.id("customer")));
        Answer told = world.api().get("/customers/" + gone);
        assertThat(told.status()).isEqualTo(410);
        assertThat(told.json().get("type").asString()).isEqualTo("urn:clientele:erased");
        assertThat(told.json().at("/kept/customer").asInt()).isEqualTo(1);
        assertThat(Cast.mia().pages().get("/customers/" + gone).body())
                .contains("Deleted customer", "Mia Okafor");
    }
}
