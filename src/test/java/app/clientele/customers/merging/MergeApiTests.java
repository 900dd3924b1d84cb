package app.clientele.customers.merging;

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

/** Merging by programs, and where the id of a record leads that went into another. */
@ClienteleTest
class MergeApiTests {
    private static ApiClient api() {
        return Cast.api(Permission.values());
    }

    private static String create(String first, Map<String, ?> more) {
        Map<String, Object> details = new java.util.HashMap<>(more);
        details.put("firstName", first);
        details.put("lastName", "Lopes");
        return api().post("/customers", details).json().get("id").asString();
    }

    private static Answer merge(String into, String from) {
        return api().post("/merges", Map.of("into", into, "from", from));
    }

    @Test
    void mergesTellsAndUndoes() {
        String into = create("Maria", Map.of());
        String from = create("Marya", Map.of("pronouns", "she"));
        Answer preview = api().get("/merges/preview?into=" + into + "&from=" + from);
        assertThat(preview.json().at("/fields/0/name").asString()).isEqualTo("firstName");
        Answer made = merge(into, from);
        assertThat(made.status()).isEqualTo(201);
        String merge = made.json().get("id").asString();
        assertThat(api().get("/customers/" + into).json().get("pronouns").asString())
                .isEqualTo("she");
        assertThat(api().get("/merges?customerId=" + into).json().at("/items/0/id").asString())
                .isEqualTo(merge);
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(merge)))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("insert by");
        assertThat(api().delete("/merges/" + merge).json().get("undoneAt").asString()).isNotEmpty();
        assertThat(api().get("/customers/" + from).json().get("firstName").asString())
                .isEqualTo("Marya");
        Answer again = api().delete("/merges/" + merge);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().at("/reasons/0/code").asString()).isEqualTo("merge_undone");
    }

    @Test
    void theFormerIdAnswersWithTheRecordItIsPartOf() {
        String into = create("Maria", Map.of());
        String external = UUID.randomUUID().toString();
        String from = create("Marya", Map.of("externalId", external));
        api().post("/customers/" + from + "/notes", Map.of("body", "Before"));
        merge(into, from);
        Answer led = api().get("/customers/" + from);
        assertThat(led.status()).isEqualTo(200);
        assertThat(led.json().get("id").asString()).isEqualTo(into);
        assertThat(led.header("Content-Location")).isEqualTo("/api/v1/customers/" + into);
        assertThat(
                        api().get("/customers/" + from + "/notes?limit=1")
                                .json()
                                .at("/items/0/body")
                                .asString())
                .isEqualTo("Before");
        Answer sent = api().post("/customers/" + from + "/notes", Map.of("body", "After"));
        assertThat(sent.status()).isEqualTo(307);
        assertThat(sent.header("Location")).isEqualTo("/api/v1/customers/" + into + "/notes");
        assertThat(
                        api().get("/customers?externalId=" + external)
                                .json()
                                .at("/items/0/id")
                                .asString())
                .isEqualTo(into);
        var earlier = api().get("/customers/" + into + "/changes?limit=50").json().get("items");
        assertThat(earlier.findValuesAsString("after")).contains("Before");
    }

    @Test
    void whatMightHitTheWrongOneIsNotDoneToTheOther() {
        String into = create("Maria", Map.of());
        String from = create("Marya", Map.of());
        String etag = api().get("/customers/" + from).etag();
        merge(into, from);
        for (Answer refused :
                List.of(
                        api().put("/customers/" + from + "/deactivation", Map.of()),
                        api().put("/customers/" + from + "/lock", Map.of("reason", "Why")),
                        api().delete("/customers/" + from + "/photo"))) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.header("Location")).isEqualTo("/api/v1/customers/" + into);
        }
        Answer edit = api().patch("/customers/" + from, etag, Map.of("pronouns", "she"));
        assertThat(edit.status()).isEqualTo(307);
        assertThat(api().patch("/customers/" + into, etag, Map.of("pronouns", "she")).status())
                .as("a form of the one that went is stale")
                .isEqualTo(412);
        assertThat(api().get("/customers/" + into).json().has("lock")).isFalse();
    }

    @Test
    void saysWhatCannotBeMerged() {
        String into = create("Maria", Map.of());
        Answer self = merge(into, into);
        assertThat(self.status()).isEqualTo(422);
        assertThat(self.json().at("/errors/0/field").asString()).isEqualTo("from");
        assertThat(merge(into, UUID.randomUUID().toString()).status()).isEqualTo(404);
        Answer choice =
                api().post(
                                "/merges",
                                Map.of(
                                        "into", into,
                                        "from", create("Marya", Map.of()),
                                        "choices", Map.of("shoeSize", into)));
        assertThat(choice.json().at("/errors/0/field").asString()).isEqualTo("choices.shoeSize");
        assertThat(
                        Cast.api(Permission.PROFILE_VIEW)
                                .post("/merges", Map.of("into", into, "from", into))
                                .status())
                .isEqualTo(403);
        assertThat(api().get("/customers/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void namesWhatStandsInTheWayOfUndoing() {
        String into = create("Maria", Map.of());
        String merge =
                merge(into, create("Marya", Map.of("pronouns", "she"))).json().get("id").asString();
        String etag = api().get("/customers/" + into).etag();
        api().patch("/customers/" + into, etag, Map.of("pronouns", "they"));
        Answer refused = api().delete("/merges/" + merge);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().at("/reasons/0/message").asString())
                .startsWith("pronouns was changed");
    }

    @Test
    void twoWhoAreNotTheSame() {
        String one = create("Maria", Map.of());
        String other = create("Maria", Map.of());
        assertThat(api().put("/customers/" + one + "/distinct-from/" + other, Map.of()).status())
                .isEqualTo(204);
        assertThat(api().delete("/customers/" + other + "/distinct-from/" + one).status())
                .isEqualTo(204);
        assertThat(List.of(200)).contains(api().get("/customers/duplicates?limit=1").status());
    }
}
