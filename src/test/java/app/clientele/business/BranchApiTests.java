package app.clientele.business;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Branches over HTTP. */
@ClienteleTest
class BranchApiTests {
    private static final Map<String, @Nullable Object> NEW =
            Map.of(
                    "name",
                    "Söder",
                    "country",
                    "SE",
                    "zone",
                    "Europe/Stockholm",
                    "city",
                    "Stockholm");

    @Test
    void aBranchIsMadeReadChangedClosedAndRestored() {
        ApiClient api = Cast.api(Permission.SETTINGS_BUSINESS);
        Answer made = api.post("/branches", NEW);
        assertThat(made.status()).isEqualTo(201);
        String path = made.location().substring("/api/v1".length());
        Answer read = api.get(path);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.etag()).isEqualTo("\"1\"");
        assertThat(read.json().path("createdAt").asString()).endsWith("Z");

        Map<String, @Nullable Object> patch = new HashMap<>();
        patch.put("name", "Södermalm");
        patch.put("city", null);
        Answer changed = api.patch(path, read.etag(), patch);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.etag()).isEqualTo("\"2\"");
        assertThat(changed.json().path("name").asString()).isEqualTo("Södermalm");
        assertThat(changed.json().path("city").isNull()).isTrue();
        assertThat(changed.json().path("zone").asString()).isEqualTo("Europe/Stockholm");

        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get("/branches").body()).doesNotContain("Södermalm");
        assertThat(api.get("/branches?archived=true").body()).contains("Södermalm");
        assertThat(api.post(path + "/restoration", "").json().path("archivedAt").isNull()).isTrue();
        UUID id = UUID.fromString(read.json().path("id").asString());
        assertThat(ChangeLog.of(Cast.mia().business(), id))
                .hasSize(4)
                .first()
                .isEqualTo("insert by Test");
    }

    @Test
    void aChangeNeedsTheVersionItBeganWith() {
        ApiClient api = Cast.api(Permission.SETTINGS_BUSINESS);
        String path = api.post("/branches", NEW).location().substring("/api/v1".length());
        Answer blind = api.send("PATCH", path, Map.of("name", "Blind"));
        assertThat(blind.status()).isEqualTo(428);
        assertThat(api.patch(path, "\"1\"", Map.of("name", "First")).status()).isEqualTo(200);
        Answer late = api.patch(path, "\"1\"", Map.of("name", "Second"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.etag()).isEqualTo("\"2\"");
        assertThat(late.json().path("changed").path(0).path("theirs").asString())
                .isEqualTo("First");
        assertThat(api.patch(path, "nonsense", Map.of("name", "x")).status()).isEqualTo(422);
    }

    @Test
    void whatIsWrongIsNamed() {
        ApiClient api = Cast.api(Permission.SETTINGS_BUSINESS);
        Answer wrong = api.post("/branches", Map.of("country", "ZZ", "zone", "Europe/Stockholm"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.header("Content-Type")).startsWith("application/problem+json");
        assertThat(wrong.json().path("errors").findValuesAsString("field"))
                .containsExactly("country", "name");
        Answer unknown = api.post("/branches", Map.of("name", "x", "colour", "red"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().path("errors").findValuesAsString("field"))
                .containsExactly("colour", "country", "zone");
        assertThat(api.post("/branches", "{\"name\":").status()).isEqualTo(400);
        assertThat(api.post("/branches", "[]").status()).isEqualTo(422);
    }

    @Test
    void aKeyWithoutTheScopeOnlyReads() {
        ApiClient api = Cast.api(Permission.PROFILE_VIEW);
        assertThat(api.get("/branches").status()).isEqualTo(200);
        Answer refused = api.post("/branches", NEW);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("detail").asString()).contains("settings.business");
        assertThat(api.delete("/branches/" + Cast.branch()).status()).isEqualTo(403);
    }

    @Test
    void anotherBusinessesBranchIsNotThere() {
        ApiClient api = Cast.otto().api(Permission.SETTINGS_BUSINESS);
        String path = "/branches/" + Cast.branch();
        assertThat(api.get(path).status()).isEqualTo(404);
        assertThat(api.patch(path, "\"1\"", Map.of("name", "Otto’s")).status()).isEqualTo(404);
        assertThat(api.delete(path).status()).isEqualTo(404);
        assertThat(api.get("/branches/nonsense").status()).isEqualTo(404);
    }

    @Test
    void theLastOneCannotBeClosed() {
        ApiClient api = Cast.otto().api(Permission.SETTINGS_BUSINESS);
        String id = api.get("/branches").json().path("items").path(0).path("id").asString();
        Answer refused = api.delete("/branches/" + id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("reasons").path(0).path("code").asString())
                .isEqualTo("last_branch");
    }

    @Test
    void theListGoesOnWhereItEnded() {
        ApiClient api = Cast.api(Permission.SETTINGS_BUSINESS);
        for (int i = 0; i < 3; i++) {
            api.post("/branches", NEW);
        }
        Answer first = api.get("/branches?limit=2");
        assertThat(first.json().path("items")).hasSize(2);
        String next = first.json().path("next").asString();
        Answer second = api.get("/branches?limit=2&cursor=" + next);
        assertThat(second.json().path("items").path(0))
                .isNotEqualTo(first.json().path("items").path(1));
        assertThat(api.get("/branches").json().path("next").isNull()).isTrue();
        assertThat(api.get("/branches?cursor=nonsense").status()).isEqualTo(422);
        assertThat(api.get("/branches?limit=0").status()).isEqualTo(422);
    }

    @Test
    void theSameRequestTwiceMakesOneBranch() {
        ApiClient api = Cast.api(Permission.SETTINGS_BUSINESS);
        Answer one = api.post("/branches", NEW, "Idempotency-Key", "once");
        Answer two = api.post("/branches", NEW, "Idempotency-Key", "once");
        assertThat(two.status()).isEqualTo(201);
        assertThat(two.location()).isEqualTo(one.location());
    }
}
