package app.clientele.customers.custom;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Custom fields over HTTP: the fields themselves, and what customers have in them. */
@ClienteleTest
class CustomFieldApiTests {
    private static final String PATH = "/custom-fields";

    @Test
    void aFieldIsDefinedReadChangedArchivedAndDeleted() {
        ApiClient api = Cast.api(Permission.SETTINGS_LISTS);
        Answer made =
                api.post(
                        PATH,
                        Map.of(
                                "label",
                                "Skin type",
                                "type",
                                "choice",
                                "section",
                                "Skin",
                                "help",
                                "Ask once a year",
                                "shownInPortal",
                                true,
                                "options",
                                List.of(Map.of("label", "Dry"), Map.of("label", "Oily"))));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().path("key").asString()).isEqualTo("skin_type");
        assertThat(made.json().at("/options/1/key").asString()).isEqualTo("oily");
        String path = made.location().substring("/api/v1".length());
        assertThat(api.get(path).json()).isEqualTo(made.json());

        Answer changed = api.patch(path, made.etag(), Map.of("label", "Skin"));
        assertThat(changed.json().path("label").asString()).isEqualTo("Skin");
        assertThat(changed.json().path("options")).hasSize(2);
        assertThat(api.patch(path, made.etag(), Map.of("label", "Late")).status()).isEqualTo(412);
        assertThat(api.send("PATCH", path, Map.of("label", "Blind")).status()).isEqualTo(428);
        assertThat(error(api.patch(path, changed.etag(), Map.of("type", "text"))))
                .isEqualTo("type fixed");
        assertThat(error(api.patch(path, changed.etag(), Map.of("key", "other"))))
                .isEqualTo("key fixed");
        assertThat(api.put(path + "/archival", "").json().path("archived").asBoolean()).isTrue();
        assertThat(api.get(PATH).body()).doesNotContain("skin_type");
        assertThat(api.get(PATH + "?archived=true").body()).contains("skin_type");
        assertThat(api.delete(path + "/archival").json().path("archived").asBoolean()).isFalse();
        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    private static String error(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        var first = answer.json().at("/errors/0");
        return first.path("field").asString() + " " + first.path("code").asString();
    }

    @Test
    void whatIsWrongIsNamed() {
        ApiClient api = Cast.api(Permission.SETTINGS_LISTS);
        assertThat(error(api.post(PATH, Map.of("label", "A", "type", "colour"))))
                .isEqualTo("type format");
        assertThat(error(api.post(PATH, Map.of("type", "text")))).isEqualTo("label required");
        assertThat(error(api.post(PATH, Map.of("label", "A", "type", "choice"))))
                .isEqualTo("options required");
        assertThat(error(api.post(PATH, Map.of("label", "A", "type", "text", "key", "Ä"))))
                .isEqualTo("key key");
        assertThat(
                        error(
                                api.post(
                                        PATH,
                                        Map.of(
                                                "label",
                                                "A",
                                                "type",
                                                "text",
                                                "editableInPortal",
                                                true))))
                .isEqualTo("editableInPortal must_be_shown");
        api.post(PATH, Map.of("label", "Twin", "type", "text"));
        assertThat(error(api.post(PATH, Map.of("label", "twin", "type", "date"))))
                .isEqualTo("label taken");
    }

    @Test
    void customersHaveValuesByKey() {
        ApiClient api = Cast.api(Permission.values());
        api.post(PATH, Map.of("label", "Cup size", "type", "number"));
        api.post(PATH, Map.of("label", "Cup words", "type", "text"));
        Answer made =
                api.post(
                        "/customers",
                        Map.of(
                                "firstName",
                                "Ada",
                                "customFields",
                                Map.of("cup_size", "2.50", "cup_words", "Hot")));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/customFields/cup_size").decimalValue()).isEqualTo("2.5");
        String path = made.location().substring("/api/v1".length());

        Answer patched =
                api.patch(
                        path,
                        made.etag(),
                        "{\"customFields\":{\"cup_size\":3,\"cup_words\":null}}");
        assertThat(patched.json().path("customFields").toString()).isEqualTo("{\"cup_size\":3}");
        assertThat(
                        error(
                                api.patch(
                                        path,
                                        patched.etag(),
                                        "{\"customFields\":{\"cup_size\":\"big\"}}")))
                .isEqualTo("customFields.cup_size number");
        assertThat(
                        error(
                                api.post(
                                        "/customers",
                                        "{\"firstName\":\"B\",\"customFields\":{\"zzz\":1}}")))
                .isEqualTo("customFields.zzz unknown");
        assertThat(error(api.post("/customers", "{\"firstName\":\"B\",\"customFields\":[1]}")))
                .isEqualTo("customFields format");

        UUID id = UUID.fromString(made.json().path("id").asString());
        assertThat(ChangeLog.of(Cast.mia().business(), id))
                .containsExactly(
                        "insert by Test",
                        "update by Test: custom.cup_size=2.5, custom.cup_words=Hot");
        var change = api.get(path + "/changes").json().at("/items/0");
        assertThat(change.path("field").asString()).startsWith("customFields.cup_");

        assertThat(api.get("/customers?customFields.cup_size.from=3").json().path("items"))
                .hasSize(1);
        assertThat(api.get("/customers?sort=customFields.cup_size").json().path("items"))
                .isNotEmpty();
        assertThat(error(api.get("/customers?sort=customFields.zzz"))).isEqualTo("sort choice");
        assertThat(error(api.get("/customers?customFields.zzz=1")))
                .isEqualTo("customFields.zzz unknown_parameter");
    }

    @Test
    void aKeyWithoutTheScopeOnlyReadsAndOthersSeeNothing() {
        ApiClient api = Cast.api(Permission.SETTINGS_LISTS);
        Answer made = api.post(PATH, Map.of("label", "Mine", "type", "yes_no"));
        String path = made.location().substring("/api/v1".length());
        ApiClient reader = Cast.api(Permission.PROFILE_VIEW);
        assertThat(reader.get(path).status()).isEqualTo(200);
        assertThat(reader.post(PATH, Map.of("label", "x", "type", "text")).status()).isEqualTo(403);
        ApiClient otto = Cast.otto().api(Permission.SETTINGS_LISTS);
        assertThat(otto.get(path).status()).isEqualTo(404);
        assertThat(otto.delete(path).status()).isEqualTo(404);
        assertThat(
                        otto.put(
                                        PATH + "/order",
                                        Map.of("ids", List.of(made.json().path("id").asString())))
                                .status())
                .isEqualTo(204);
        assertThat(api.get(path).json()).isEqualTo(made.json());
    }
}
