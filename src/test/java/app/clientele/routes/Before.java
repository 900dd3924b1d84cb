package app.clientele.routes;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
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
            case "POST /customers/{id}/family/{link}/invitation",
                    "POST /api/v1/customers/{customer}/relationships/{id}/invitation" ->
                    reach(world);
            case "POST /customers/{id}/family/{link}/withdrawal",
                    "DELETE /api/v1/customers/{customer}/relationships/{id}/invitation" -> {
                reach(world);
                world.api().post(link(world) + "/invitation", "");
            }
            case "POST /appointments/{id}/credit",
                    "POST /api/v1/appointments/{appointment}/credit" ->
                    world.served();
            case "POST /memberships/{membership}/resumption",
                    "POST /api/v1/memberships/{membership}/resumption" ->
                    world.api()
                            .post("/memberships/%s/pause".formatted(world.id("membership")), "{}");
            case "POST /memberships/{membership}/plan/keeping",
                    "DELETE /api/v1/memberships/{membership}/plan-change" ->
                    world.api()
                            .post(
                                    "/memberships/%s/plan-change".formatted(world.id("membership")),
                                    Map.of(
                                            "planId",
                                            world.id("other-plan"),
                                            "when",
                                            "next_period"));
            case "POST /undo/relationship-{id}" -> world.api().delete(link(world));
            case "POST /undo/erasure-{customer}", "DELETE /api/v1/customers/{id}/erasure" ->
                    world.api().post("/customers/%s/erasure".formatted(world.id("customer")), "{}");
            case "POST /settings/branches/{id}/hours/dates/{day}/removal",
                    "DELETE /api/v1/branches/{id}/opening-hours/dates/{day}" ->
                    date(world, "/branches/%s/opening-hours".formatted(world.id("branch")));
            case "POST /settings/team/{id}/hours/{branch}/dates/{day}/removal",
                    "DELETE /api/v1/staff/{id}/working-hours/{branch}/dates/{day}" ->
                    date(
                            world,
                            "/staff/%s/working-hours/%s"
                                    .formatted(world.id("staff"), world.id("branch")));
            case "POST /invoices/{id}/mail", "POST /api/v1/invoices/{id}/message" -> {
                world.id("invoice");
                String customer = "/customers/" + world.id("customer");
                var address = Map.of("address", World.any() + "@example.com", "primary", true);
                world.api()
                        .patch(
                                customer,
                                world.api().get(customer).etag(),
                                Map.of("emails", List.of(address)));
            }
            case "POST /waitlist/{id}/offer/{answer}",
                    "DELETE /api/v1/waitlist/{id}/offer",
                    "POST /api/v1/waitlist/{id}/offer/acceptance",
                    "POST /api/v1/waitlist/{id}/offer/refusal" ->
                    world.offered();
            case "POST /imports/{id}/undo", "DELETE /api/v1/imports/{id}" -> takeIn(world);
            default -> {
                // nothing
            }
        }
    }

    private static void date(World world, String hours) {
        world.api().send("PUT", hours + "/dates/2031-12-24", Bodies.CLOSED);
    }

    private static String link(World world) {
        return "/customers/%s/relationships/%s"
                .formatted(world.id("customer"), world.id("relationship"));
    }

    /** Who is linked gets an address to be asked at. */
    private static void reach(World world) {
        link(world);
        String twin = "/customers/" + world.id("twin");
        var address = Map.of("address", World.any() + "@example.com", "primary", true);
        world.api().patch(twin, world.api().get(twin).etag(), Map.of("emails", List.of(address)));
    }

    private static void takeIn(World world) {
        String path = "/imports/" + world.id("import");
        world.api().post(path + "/start", "");
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> world.api().get(path).json().get("state").asString().equals("done"));
    }
}
