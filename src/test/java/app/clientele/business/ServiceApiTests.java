package app.clientele.business;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Services over HTTP. */
@ClienteleTest
class ServiceApiTests {
    private final ApiClient api = Cast.api(Permission.SETTINGS_SERVICES, Permission.SETTINGS_LISTS);

    private static Map<String, Object> named(String name) {
        return Map.of("name", name, "minutes", 45);
    }

    private static Map<String, Object> money(String amount, String currency) {
        return Map.of("amount", amount, "currency", currency);
    }

    private String made(Map<String, Object> body) {
        Answer made = api.post("/services", body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.location().substring("/api/v1".length());
    }

    @Test
    void aServiceIsMadeReadChangedArchivedAndRestored() {
        Map<String, Object> body = new HashMap<>(named("Peel"));
        body.put("price", money("12.5", "SEK"));
        body.put("performers", List.of(Map.of("staffId", Cast.paul().staff(), "minutes", 50)));
        String path = made(body);
        Answer read = api.get(path);
        assertThat(read.etag()).isEqualTo("\"1\"");
        assertThat(read.json().at("/price/amount").asString()).isEqualTo("12.50");
        assertThat(read.json().at("/price/currency").asString()).isEqualTo("SEK");
        assertThat(read.json().at("/performers/0/name").asString()).isEqualTo("Paul Vries");
        assertThat(read.json().at("/performers/0/price").isNull()).isTrue();

        Map<String, @Nullable Object> patch = new HashMap<>();
        patch.put("price", Map.of("amount", "20"));
        patch.put("online", true);
        Answer changed = api.patch(path, read.etag(), patch);
        assertThat(changed.json().at("/price/amount").asString()).isEqualTo("20.00");
        assertThat(changed.json().at("/performers/0/minutes").asInt()).isEqualTo(50);
        patch.put("price", null);
        assertThat(api.patch(path, changed.etag(), patch).json().path("price").isNull()).isTrue();

        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get("/services?q=peel").json().path("items")).isEmpty();
        assertThat(api.get("/services?q=peel&archived=true").json().path("items")).hasSize(1);
        assertThat(api.post(path + "/restoration", "").json().path("archivedAt").isNull()).isTrue();
        UUID id = UUID.fromString(read.json().path("id").asString());
        assertThat(ChangeLog.of(Cast.mia().business(), id))
                .hasSize(5)
                .contains("insert by Test", "update by Test: online=false, price_minor=1250");
    }

    @Test
    void whatIsWrongIsNamed() {
        Map<String, Object> body = new HashMap<>(named("Odd"));
        for (Object price :
                List.of(
                        money("1.234", "SEK"),
                        money("x", "SEK"),
                        money("1", "ZZZ"),
                        money("1e9", "SEK"),
                        money("-1", "SEK"),
                        money("1", "EUR"),
                        Map.of("amount", "1", "currency", "SEK", "tax", "2"),
                        "12.50")) {
            body.put("price", price);
            Answer wrong = api.post("/services", body);
            assertThat(wrong.status()).as("%s %s", price, wrong.body()).isEqualTo(422);
            assertThat(wrong.json().at("/errors/0/field").asString()).isEqualTo("price");
        }
        Answer empty = api.post("/services", Map.of("minutes", 0));
        assertThat(empty.json().path("errors").findValuesAsString("field"))
                .containsExactly("minutes", "name");
    }

    @Test
    void aChangeNeedsTheVersionItBeganWith() {
        String path = made(named("Stale"));
        assertThat(api.send("PATCH", path, Map.of("minutes", 30)).status()).isEqualTo(428);
        assertThat(api.patch(path, "\"1\"", Map.of("minutes", 30)).status()).isEqualTo(200);
        Answer late = api.patch(path, "\"1\"", Map.of("minutes", 20));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().at("/changed/0/theirs").asString()).isEqualTo("30");
    }

    @Test
    void theListIsNarrowedAndGoesOn() {
        String category =
                api.post("/service-categories", Map.of("name", "Narrow"))
                        .json()
                        .at("/id")
                        .asString();
        Instant before = Instant.now();
        for (String name : List.of("N1", "N2", "N3")) {
            Map<String, Object> body = new HashMap<>(named(name));
            body.put("categoryId", category);
            body.put("branchIds", List.of(Cast.branch()));
            made(body);
        }
        String path = "/services?categoryId=" + category;
        Answer first = api.get(path + "&limit=2");
        assertThat(first.json().path("items").findValuesAsString("name"))
                .containsExactly("N1", "N2");
        String next = first.json().path("next").asString();
        Answer second = api.get(path + "&limit=2&cursor=" + next);
        assertThat(second.json().path("items").findValuesAsString("name")).containsExactly("N3");
        var ids = first.json().path("items").findValuesAsString("id");
        api.put("/services/order", Map.of("ids", List.of(ids.get(1), ids.get(0))));
        assertThat(api.get(path).json().path("items").findValuesAsString("name"))
                .startsWith("N2", "N1");
        assertThat(api.get(path + "&branchId=" + Cast.branch()).json().path("items")).hasSize(3);
        assertThat(api.get(path + "&staffId=" + Cast.mia().staff()).json().path("items")).isEmpty();
        assertThat(api.get(path + "&updatedSince=" + before.minusSeconds(60)).json().path("items"))
                .hasSize(3);
        assertThat(api.get(path + "&updatedSince=2100-01-01T00:00:00Z").json().path("items"))
                .isEmpty();
        Answer used = api.delete("/service-categories/" + category);
        assertThat(used.status()).isEqualTo(409);
    }

    @Test
    void aKeyWithoutTheScopeOnlyReads() {
        ApiClient reader = Cast.api(Permission.PROFILE_VIEW);
        assertThat(reader.get("/services").status()).isEqualTo(200);
        Answer refused = reader.post("/services", named("No"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString()).contains("settings.services");
        String path = made(named("Not Otto’s"));
        assertThat(Cast.otto().api(Permission.SETTINGS_SERVICES).get(path).status()).isEqualTo(404);
    }

    @Test
    void theSameRequestTwiceMakesOneService() {
        Answer one = api.post("/services", named("Once"), "Idempotency-Key", "once");
        Answer two = api.post("/services", named("Once"), "Idempotency-Key", "once");
        assertThat(two.status()).isEqualTo(201);
        assertThat(two.location()).isEqualTo(one.location());
    }
}
