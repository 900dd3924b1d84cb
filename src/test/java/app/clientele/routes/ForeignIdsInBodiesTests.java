package app.clientele.routes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ids of another business are as unknown in what is sent as in an address (A5, A6, A10). */
@ClienteleTest
class ForeignIdsInBodiesTests {
    private final World mine = World.of(Cast.mia(), Cast.mia());
    private final World others = World.of(Cast.otto(), Cast.otto());

    @Test
    void areRefusedAndNothingIsWritten() {
        String note = "/customers/" + mine.id("customer") + "/notes/" + mine.id("note");
        String staff = "/staff/" + mine.id("staff");
        var referrer = Map.of("referredBy", Map.of("customerId", others.id("customer")));
        var address = Map.of("addresses", List.of(Map.of("id", others.id("address"), "city", "X")));
        others.id("note");
        others.id("branch");
        others.id("role");
        others.id("tags");
        others.id("staff");
        others.id("service");
        others.id("class");
        mine.id("class");
        mine.id("class-session");
        mine.id("branch");
        others.id("service-categories");
        others.id("customer");
        others.id("product");
        others.id("tax");
        others.id("tender");
        others.id("iou");
        mine.id("product");
        mine.id("order");
        String service = "/services/" + mine.id("service");
        String before = Contents.digest();

        refused(mine.api().put(note + "/place", Map.of("after", others.id("note"))));
        refused(patched("/customers/" + mine.id("customer"), referrer));
        refused(mine.api().post("/customers", joined(Map.of("firstName", "X"), referrer)));
        refused(patched("/customers/" + mine.id("customer"), address));
        String customer = "/customers/" + mine.id("customer");
        refused(patched(customer, Map.of("preferredBranchId", others.id("branch"))));
        refused(patched(customer, Map.of("preferredStaffIds", List.of(others.id("staff")))));
        refused(
                patched(
                        customer,
                        Map.of(
                                "barredStaff",
                                List.of(Map.of("staffId", others.id("staff"), "reason", "X")))));
        String dislikes = customer + "/disliked-services";
        refused(mine.api().post(dislikes, Map.of("serviceId", others.id("service"))));
        var price = Map.of("serviceId", others.id("service"), "minutes", 5);
        refused(mine.api().post(customer + "/prices", price));
        var colleague =
                Map.of(
                        "serviceId",
                        mine.id("service"),
                        "staffId",
                        others.id("staff"),
                        "minutes",
                        5);
        refused(mine.api().post(customer + "/prices", colleague));
        var rule = Map.of("rule", "block", "branchId", others.id("branch"));
        refused(mine.api().send("PUT", customer + "/online-booking", rule));
        refused(patched(staff, Map.of("roleId", others.id("role"))));
        refused(patched(staff, Map.of("branchIds", List.of(others.id("branch")))));
        refused(patched(service, Map.of("categoryId", others.id("service-categories"))));
        refused(patched(service, Map.of("branchIds", List.of(others.id("branch")))));
        refused(
                patched(
                        service,
                        Map.of("performers", List.of(Map.of("staffId", others.id("staff"))))));
        classes();
        sales();
        mine.api().put("/services/order", Map.of("ids", List.of(others.id("service"))));
        mine.api().put("/tags/order", Map.of("ids", List.of(others.id("tags")))); // passed over
        refused(
                Cast.mia()
                        .pages()
                        .post(
                                "/customers/" + mine.id("customer") + "/notes/order",
                                "order",
                                others.id("note")));
        assertThat(Contents.digest()).isEqualTo(before);
    }

    private void classes() {
        var teacher = Map.of("teacherIds", List.of(others.id("staff")));
        refused(patched("/classes/" + mine.id("class"), teacher));
        for (var foreign :
                Map.of(
                                "kindId",
                                others.id("class"),
                                "branchId",
                                others.id("branch"),
                                "staffId",
                                others.id("staff"))
                        .entrySet()) {
            var name = Map.of(foreign.getKey(), foreign.getValue());
            refused(mine.api().post("/class-series", joined(mine.series(), name)));
            refused(
                    mine.api()
                            .post("/class-sessions", joined(mine.session(mine.id("class")), name)));
        }
        refused(
                mine.api()
                        .post(
                                "/class-sessions/" + mine.id("class-session") + "/bookings",
                                Map.of("customerId", others.id("customer"))));
    }

    private void sales() {
        for (var foreign :
                Map.of("customerId", others.id("customer"), "branchId", others.id("branch"))
                        .entrySet()) {
            var named = Map.of(foreign.getKey(), foreign.getValue());
            refused(mine.api().post("/orders", joined(mine.order(), named)));
            refused(patched("/orders/" + mine.id("order"), named));
        }
        var line = Map.of("lines", List.of(Map.of("productId", others.id("product"))));
        refused(mine.api().post("/orders", joined(mine.order(), line)));
        var staff = Map.of("productId", mine.id("product"), "staffId", others.id("staff"));
        refused(mine.api().post("/orders", joined(mine.order(), Map.of("lines", List.of(staff)))));
        refused(patched("/products/" + mine.id("product"), Map.of("taxRateId", others.id("tax"))));
        String pay = "/orders/" + mine.id("order") + "/payments";
        var own =
                Map.of(
                        "tender",
                        "own",
                        "tenderId",
                        others.id("tender"),
                        "amount",
                        World.money("20.00"));
        refused(mine.api().post(pay, Map.of("payments", List.of(own))));
        refused(
                mine.api()
                        .post(
                                pay,
                                joined(
                                        World.cash("20.00"),
                                        Map.of("settle", List.of(others.id("iou"))))));
    }

    private Answer patched(String path, Map<String, ?> patch) {
        return mine.api().patch(path, mine.api().get(path).etag(), patch);
    }

    private static Map<String, Object> joined(Map<String, ?> one, Map<String, ?> two) {
        var both = new java.util.HashMap<String, Object>(one);
        both.putAll(two);
        return both;
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isIn(404, 422);
    }

    /** What belongs to nobody's choice: whose it is, when it was made, its number and version. */
    @Test
    void whatIsNotAskedForIsRefused() {
        for (String field :
                List.of(
                        "id",
                        "businessId",
                        "business_id",
                        "number",
                        "createdAt",
                        "updatedAt",
                        "version",
                        "deactivatedAt",
                        "photoUrl",
                        "createdVia",
                        "importId")) {
            var body = Map.of("firstName", "Ada", field, Cast.otto().business());
            Answer answer = mine.api().post("/customers", body);
            assertThat(answer.status()).as(field).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/field").asString()).isEqualTo(field);
            String path = "/customers/" + mine.id("customer");
            assertThat(patched(path, Map.of(field, "1")).status()).as(field).isEqualTo(422);
        }
    }
}
