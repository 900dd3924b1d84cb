package app.clientele.routes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;

/** What must have happened before a route can do its work. */
final class Before {
    private Before() {}

    static void the(Route route, World world) {
        switch (route.toString()) {
            case "POST /api/v1/customers/{customer}/notes/{id}/restoration" ->
                    world.api()
                            .delete(
                                    "/customers/%s/notes/%s"
                                            .formatted(world.id("customer"), world.id("note")));
            case "GET /api/v1/customers/{id}/lock" ->
                    world.api()
                            .send(
                                    "PUT",
                                    "/customers/%s/lock".formatted(world.id("customer")),
                                    Map.of("reason", "Asked us to"));
            case "POST /imports/{id}/undo", "DELETE /api/v1/imports/{id}" -> takeIn(world);
            default -> {
                // nothing
            }
        }
    }

    private static void takeIn(World world) {
        String path = "/imports/" + world.id("import");
        world.api().post(path + "/start", "");
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> world.api().get(path).json().get("state").asString().equals("done"));
    }
}
