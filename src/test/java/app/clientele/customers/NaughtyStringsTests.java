package app.clientele.customers;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import app.clientele.shared.Text;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever is sent is stored as sent, or refused by field (X2). */
@ClienteleTest
class NaughtyStringsTests {
    /** Escapes, so that halves of surrogate pairs arrive as such. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<String> FIELDS =
            List.of(
                    "firstName",
                    "middleName",
                    "lastName",
                    "displayName",
                    "gender",
                    "pronouns",
                    "externalId");

    /** Custom fields that keep what a text means, not the text. */
    private static final List<String> TYPED =
            List.of("odd_number", "odd_date", "odd_yes_no", "odd_choice");

    private static List<String> strings() throws Exception {
        try (InputStream file =
                NaughtyStringsTests.class.getResourceAsStream("/naughty/blns.json")) {
            List<String> all =
                    new ArrayList<>(
                            List.of(JSON.readValue(Objects.requireNonNull(file), String[].class)));
            all.addAll(
                    List.of(
                            "\0",
                            "a\0b",
                            "\uD800",
                            "x\uDFFF",
                            "\u202Eabc",
                            "a\r\nBcc: x",
                            "-1",
                            "1e999999",
                            "x".repeat(10_000)));
            return all;
        }
    }

    @Test
    void everyFieldTakesEveryStringOrNamesItself() throws Exception {
        ApiClient api = Cast.api(Permission.values());
        Answer made = api.post("/customers", "{\"firstName\":\"Naughty\"}");
        String path = "/customers/" + made.json().get("id").asString();
        String etag = made.etag();
        for (String text : strings()) {
            etag = send(api, path, etag, "", FIELDS, text);
        }
    }

    /**
     * Sends one text in all of these fields, and again without those that are refused.
     *
     * @param part the object they are in, or nothing for the record itself
     */
    private static String send(
            ApiClient api,
            String path,
            String etag,
            String part,
            List<String> fields,
            String text) {
        var open = new ArrayList<>(fields);
        while (!open.isEmpty()) {
            Answer answer = api.patch(path, etag, patch(part, open, text));
            if (answer.status() == 200) {
                open.forEach(field -> assertStored(answer, part, field, text));
                return answer.etag();
            }
            assertThat(answer.status()).as("%s: %s", text, answer.body()).isIn(400, 422);
            if (answer.status() == 400) {
                return etag;
            }
            List<String> named = named(answer, part);
            assertThat(open).as("%s: %s", text, answer.body()).containsAll(named);
            assertThat(named).isNotEmpty();
            open.removeAll(named);
        }
        return etag;
    }

    private static List<String> named(Answer answer, String part) {
        return answer.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").asString())
                .map(field -> part.isEmpty() ? field : field.substring(part.length() + 1))
                .distinct()
                .toList();
    }

    private static String patch(String part, List<String> fields, String text) {
        ObjectNode patch = JSON.createObjectNode();
        ObjectNode object = part.isEmpty() ? patch : patch.putObject(part);
        fields.forEach(field -> object.put(field, text));
        return JSON.writeValueAsString(patch);
    }

    private static void assertStored(Answer answer, String part, String field, String text) {
        var stored = (part.isEmpty() ? answer.json() : answer.json().get(part)).get(field);
        if (!TYPED.contains(field)) {
            assertThat(stored == null || stored.isNull() ? null : stored.asString())
                    .as(field)
                    .isEqualTo(Text.clean(text));
        }
    }

    @Test
    void partsOfTheTaxTakeThemToo() throws Exception {
        ApiClient api = Cast.api(Permission.values());
        Answer made =
                api.post(
                        "/customers",
                        "{\"firstName\":\"Taxed\",\"tax\":{\"exempt\":true,\"reason\":\"Why\"}}");
        String path = "/customers/" + made.json().get("id").asString();
        String etag = made.etag();
        for (String text : strings()) {
            etag = send(api, path, etag, "tax", List.of("company", "number", "reason"), text);
        }
    }

    @Test
    void customFieldsTakeThemToo() throws Exception {
        ApiClient api = Cast.api(Permission.values());
        for (String type : List.of("text", "long_text", "number", "date", "yes_no")) {
            api.post("/custom-fields", Map.of("label", "Odd " + type, "type", type));
        }
        api.post(
                "/custom-fields",
                Map.of(
                        "label",
                        "Odd choice",
                        "type",
                        "choice",
                        "options",
                        List.of(Map.of("label", "A"))));
        var own = new ArrayList<>(List.of("odd_text", "odd_long_text"));
        own.addAll(TYPED);
        Answer made = api.post("/customers", "{\"firstName\":\"Own\"}");
        String path = "/customers/" + made.json().get("id").asString();
        String etag = made.etag();
        for (String text : strings()) {
            etag = send(api, path, etag, "customFields", own, text);
        }
        for (String text : strings()) {
            String body =
                    JSON.writeValueAsString(
                            JSON.createObjectNode().put("label", text).put("type", "text"));
            assertThat(api.post("/custom-fields", body).status()).as(text).isIn(201, 400, 409, 422);
        }
    }

    @Test
    void notesTakeThemToo() throws Exception {
        ApiClient api = Cast.api(Permission.values());
        Answer made = api.post("/customers", "{\"firstName\":\"Noted\"}");
        String path = "/customers/" + made.json().get("id").asString() + "/notes";
        for (String text : strings()) {
            Answer answer =
                    api.post(
                            path,
                            JSON.writeValueAsString(JSON.createObjectNode().put("body", text)));
            assertThat(answer.status()).as(text).isIn(201, 400, 422);
            if (answer.status() == 201) {
                assertThat(answer.json().get("body").asString()).isEqualTo(Text.clean(text));
            }
        }
    }

    @Test
    void addressesAndListsTakeOddValues() {
        ApiClient api = Cast.api(Permission.values());
        for (String odd :
                List.of(
                        "%00",
                        "..%2f..",
                        "zzzz",
                        "00000000-0000-0000-0000-000000000000",
                        "'%20or%201=1--",
                        "%F0%9F%92%A9")) {
            for (String path : List.of("/customers/", "/imports/", "/branches/", "/tags/")) {
                assertThat(api.get(path + odd).status()).as(path + odd).isIn(400, 404);
            }
            assertThat(api.get("/customers?q=" + odd).status()).as("q=" + odd).isIn(200, 400, 422);
            assertThat(api.get("/customers?cursor=" + odd).status())
                    .as("cursor=" + odd)
                    .isIn(200, 400, 422);
            assertThat(api.get("/customers?limit=" + odd).status())
                    .as("limit=" + odd)
                    .isIn(400, 422);
        }
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(Cast.api(Permission.values()).get("/customers?q=%FF").status()).isEqualTo(400);
        assertThat(Cast.mia().pages().get("/customers?q=%FF").status()).isEqualTo(400);
        assertThat(Cast.mia().pages().get("/sign-in?next=%FF").status()).isEqualTo(400);
    }
}
