package app.clientele.routes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Of two who save the same thing, the second is told, on every form and every resource that can be
 * changed (R9, D18): nothing is overwritten unseen, and nothing typed is lost.
 */
@ClienteleTest
class StaleSaveTests {
    /** Changed field by field, by a merge with what is there now. */
    private static final Set<String> WITHOUT_VERSION =
            Set.of("PATCH /api/v1/customers/{customer}/addresses/{id}");

    @Test
    void everyChangeOfAResourceNamesTheVersionItWasReadFrom() {
        assertThat(changes())
                .extracting(Route::pattern)
                .contains(
                        "/api/v1/business",
                        "/api/v1/branches/{id}",
                        "/api/v1/services/{id}",
                        "/api/v1/staff/{id}",
                        "/api/v1/roles/{id}",
                        "/api/v1/tags/{id}",
                        "/api/v1/customers/{id}",
                        "/api/v1/customer-views/{id}",
                        "/api/v1/customers/{customer}/notes/{id}");
    }

    private static List<Route> changes() {
        return Route.all().stream()
                .filter(route -> route.method().equals("PATCH"))
                .filter(route -> !WITHOUT_VERSION.contains(route.toString()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> theSecondProgramIsTold() {
        return changes().stream()
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> program(route)));
    }

    private static void program(Route route) {
        var world = World.of(Cast.mia(), Cast.mia());
        String path = route.path(v -> world.value(World.kind(route, v)));
        String etag = world.api().get(path).etag();
        var body = (Sent.Json) Sent.to(route, world);
        assertThat(world.api().patch(path, etag, body.body()).status()).isEqualTo(200);

        String before = Contents.digest();
        var later = (Sent.Json) Sent.to(route, world);
        Answer late = world.api().patch(path, etag, later.body());
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.etag()).isEqualTo(world.api().get(path).etag()).isNotEqualTo(etag);
        assertThat(late.json().get("changed").get(0).get("by").asString()).isEqualTo("Test");
        Answer blind = world.api().send("PATCH", path, later.body());
        assertThat(blind.status()).isEqualTo(428);
        Answer odd = world.api().patch(path, "*", later.body());
        assertThat(odd.status()).isEqualTo(422);
        assertThat(Contents.digest()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> theSecondPersonSeesBoth() {
        var world = World.of(Cast.mia(), Cast.mia());
        var forms = new ArrayList<Route>();
        for (Route route : Route.all()) {
            if (!route.pattern().endsWith("/new")
                    && Bodies.KNOWN.containsKey(route.toString())
                    && Sent.to(route, world) instanceof Sent.Form form
                    && List.of(form.fields()).contains("_version")) {
                forms.add(route);
            }
        }
        assertThat(forms).hasSizeGreaterThanOrEqualTo(8);
        return forms.stream()
                .map(route -> DynamicTest.dynamicTest(route.toString(), () -> person(route)));
    }

    private static void person(Route route) {
        var world = World.of(Cast.mia(), Cast.mia());
        String path = route.path(v -> world.value(World.kind(route, v)));
        var first = (Sent.Form) Sent.to(route, world);
        var second = (Sent.Form) Sent.to(route, world);
        var pages = Cast.mia().pages();
        assertThat(pages.post(path, first.fields()).status()).isBetween(200, 399);

        String before = Contents.digest();
        Answer late = pages.post(path, second.fields());
        assertThat(late.status()).as(route + " " + late).isEqualTo(409);
        assertThat(Contents.digest()).isEqualTo(before);
        typed(second).forEach((field, text) -> assertThat(late.body()).as(field).contains(text));
    }

    /** What a person would have typed themselves. */
    private static Map<String, String> typed(Sent.Form form) {
        var typed = new java.util.HashMap<String, String>();
        for (int i = 0; i < form.fields().length; i += 2) {
            if (List.of("name", "body", "externalId").contains(form.fields()[i])) {
                typed.put(form.fields()[i], form.fields()[i + 1]);
            }
        }
        return typed;
    }
}
