package app.clientele.customers.choices;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lists over HTTP. */
@ClienteleTest
class ChoiceApiTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statuses",
                "/tags",
                "/referral-methods",
                "/genders",
                "/service-categories"
            })
    void anEntryIsMadeReadChangedArchivedAndRemoved(String list) {
        ApiClient api = Cast.api(Permission.SETTINGS_LISTS);
        Answer made = api.post(list, Map.of("name", "New", "colour", "green"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.location()).startsWith("/api/v1" + list + "/");
        String path = made.location().substring("/api/v1".length());
        assertThat(api.get(path).json()).isEqualTo(made.json());
        Answer changed = api.patch(path, made.etag(), Map.of("name", "Newer"));
        assertThat(changed.json().path("colour").asString()).isEqualTo("green");
        assertThat(api.patch(path, made.etag(), Map.of("name", "Late")).status()).isEqualTo(412);
        assertThat(api.send("PATCH", path, Map.of("name", "Blind")).status()).isEqualTo(428);
        assertThat(api.send("PUT", path + "/archival", null).json().path("archived").asBoolean())
                .isTrue();
        assertThat(api.get(list).body()).doesNotContain("Newer");
        assertThat(api.delete(path + "/archival").json().path("archived").asBoolean()).isFalse();
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    @Test
    void theOrderIsSetWhole() {
        ApiClient api = Cast.api(Permission.SETTINGS_LISTS);
        List<String> ids =
                new ArrayList<>(
                        api.get("/referral-methods").json().path("items").findValuesAsString("id"));
        assertThat(ids).hasSize(5);
        ids = ids.reversed();
        assertThat(api.put("/referral-methods/order", Map.of("ids", ids)).status()).isEqualTo(204);
        assertThat(api.get("/referral-methods").json().path("items").findValuesAsString("id"))
                .isEqualTo(ids);
        assertThat(api.put("/referral-methods/order", Map.of()).status()).isEqualTo(422);
    }

    @Test
    void aKeyWithoutTheScopeOnlyReadsAndOthersSeeNothing() {
        ApiClient reader = Cast.api(Permission.PROFILE_VIEW);
        assertThat(reader.get("/statuses").json().path("items")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(reader.post("/tags", Map.of("name", "x")).status()).isEqualTo(403);
        String id = reader.get("/statuses").json().path("items").path(0).path("id").asString();
        ApiClient otto = Cast.otto().api(Permission.SETTINGS_LISTS);
        assertThat(otto.get("/statuses/" + id).status()).isEqualTo(404);
        assertThat(otto.delete("/statuses/" + id).status()).isEqualTo(404);
        assertThat(reader.get("/tags/" + id).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsNamed() {
        ApiClient api = Cast.api(Permission.SETTINGS_LISTS);
        Answer wrong = api.post("/tags", Map.of("name", "Loud", "colour", "neon"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors").path(0).path("field").asString())
                .isEqualTo("colour");
        api.post("/tags", Map.of("name", "Twin"));
        Answer twin = api.post("/tags", Map.of("name", "TWIN"));
        assertThat(twin.json().path("errors").path(0).path("code").asString()).isEqualTo("taken");
    }
}
