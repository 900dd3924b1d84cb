package app.clientele.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.TestDatabase;
import app.clientele.shared.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What tests about memberships put together. */
record Club(ApiClient api) {
    static Club open() {
        return new Club(Cast.api(Permission.values()));
    }

    JsonNode made(String path, Object body) {
        Answer answer = api.post(path, body);
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(201);
        return answer.json();
    }

    static Map<String, String> sek(String amount) {
        return Map.of("amount", amount, "currency", "SEK");
    }

    String plan(Map<String, ?> more) {
        Map<String, Object> plan = new HashMap<>();
        plan.put("name", "Gold " + UUID.randomUUID());
        plan.put("price", sek("50.00"));
        plan.put("interval", Map.of("every", 1, "unit", "month"));
        plan.putAll(more);
        return made("/membership-plans", plan).path("id").asString();
    }

    String customer() {
        return made("/customers", Map.of("firstName", "Maya")).path("id").asString();
    }

    String joined(String customer, String plan, @Nullable String card) {
        Map<String, Object> joining = new HashMap<>();
        joining.put("planId", plan);
        joining.put("branchId", Cast.branch());
        joining.put("cardId", card);
        return made("/customers/" + customer + "/memberships", joining).path("id").asString();
    }

    JsonNode get(String membership) {
        return api.get("/memberships/" + membership).json();
    }

    List<JsonNode> charges(String membership) {
        return api.get("/memberships/" + membership + "/charges?limit=200")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** As if it had begun so many days before, and nothing had run since. */
    static void began(String membership, int days) {
        TestDatabase.ownerClient()
                .sql(
                        "update membership set starts_on = starts_on - :days, anchor_on = anchor_on - :days, next_on = next_on - :days, ends_on = ends_on - :days, paused_on = paused_on - :days, resumes_on = resumes_on - :days where id = :id")
                .param("days", days)
                .param("id", UUID.fromString(membership))
                .update();
    }

    /** As if what it charged were so many days older, and itself with it. */
    static void aged(String membership, int days) {
        began(membership, days);
        TestDatabase.ownerClient()
                .sql(
                        "update membership_charge set from_on = from_on - :days, until_on = until_on - :days where membership_id = :id")
                .param("days", days)
                .param("id", UUID.fromString(membership))
                .update();
    }

    /** What the job does about one. */
    static void bill(String membership) {
        Cast.mia().run(() -> Cast.bean(MembershipBilling.class).bill(UUID.fromString(membership)));
    }
}
