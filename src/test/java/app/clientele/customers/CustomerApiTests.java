package app.clientele.customers;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@ClienteleTest
class CustomerApiTests {
    @Test
    void tagsOfANewCustomerTakeTheRightToTag() {
        var tag =
                Cast.mia()
                        .api(Permission.values())
                        .post("/tags", Map.of("name", "New " + UUID.randomUUID()))
                        .json();
        var body = Map.of("firstName", "Ines", "tags", List.of(tag.get("name").asString()));
        var writer = Cast.api(Permission.PROFILE_VIEW, Permission.PROFILE_EDIT);

        Answer refused = writer.post("/customers", body);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("tag.assign");
        assertThat(writer.post("/customers", Map.of("firstName", "Ines")).status()).isEqualTo(201);
        var tagger =
                Cast.api(Permission.PROFILE_VIEW, Permission.PROFILE_EDIT, Permission.TAG_ASSIGN);
        assertThat(tagger.post("/customers", body).status()).isEqualTo(201);
    }

    private static ApiClient api() {
        return Cast.api(Permission.values());
    }

    private static Answer maya() {
        return api().post(
                        "/customers",
                        Map.of(
                                "firstName", "Maya",
                                "lastName", "Okonkwo-Lindqvist",
                                "birthday", "--02-29",
                                "emails", List.of(Map.of("address", "maya@example.org")),
                                "phones", List.of(Map.of("number", "070-123 45 67"))));
    }

    private static String path(Answer created) {
        return "/customers/" + created.json().get("id").asString();
    }

    @Test
    void aCustomerIsMadeAndReadBackTheSame() {
        Answer made = maya();
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.location()).endsWith(path(made));
        Answer read = api().get(path(made));
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.etag()).isEqualTo("\"1\"");
        assertThat(read.json().at("/phones/0/e164").asString()).isEqualTo("+46701234567");
        assertThat(read.json().at("/phones/0/number").asString()).isEqualTo("070-123 45 67");
        assertThat(read.json().at("/birthday").asString()).isEqualTo("--02-29");
        assertThat(read.json().at("/createdVia").asString()).isEqualTo("api");
    }

    @Test
    void numbersRunOnWithoutGapsOrRepeats() {
        List<Long> numbers =
                IntStream.range(0, 5).mapToObj(i -> maya().json().get("number").asLong()).toList();
        for (int i = 1; i < numbers.size(); i++) {
            assertThat(numbers.get(i)).isEqualTo(numbers.get(i - 1) + 1);
        }
    }

    @Test
    void aPatchNeedsTheVersionItWasMadeFor() {
        Answer made = maya();
        Answer first = api().patch(path(made), made.etag(), Map.of("firstName", "Maja"));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.etag()).isEqualTo("\"2\"");
        Answer late = api().patch(path(made), made.etag(), Map.of("firstName", "Maia"));
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().at("/changed/0/field").asString()).isEqualTo("firstName");
        assertThat(late.json().at("/changed/0/theirs").asString()).isEqualTo("Maja");
        assertThat(api().send("PATCH", path(made), Map.of("firstName", "M")).status())
                .isEqualTo(428);
        assertThat(api().get(path(made)).json().get("firstName").asString()).isEqualTo("Maja");
    }

    @Test
    void whatIsWrongIsNamedByField() {
        Answer refused =
                api().post(
                                "/customers",
                                "{\"lastName\":\"x\",\"emails\":[{\"address\":\"nope\"}],\"birthday\":\"2999-01-01\",\"status\":\"Nobody\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors").findValuesAsString("field"))
                .containsExactlyInAnyOrder("firstName", "emails[0].address", "birthday", "status");
        assertThat(
                        api().post("/customers", "{\"firstName\":\"A\",\"colour\":\"red\"}")
                                .json()
                                .at("/errors/0/field")
                                .asString())
                .isEqualTo("colour");
        assertThat(api().post("/customers", "{\"firstName\":").status()).isEqualTo(400);
    }

    @Test
    void nobodyWeighsATonAndMore() {
        Answer made = maya();
        for (String unit : List.of("kg", "lb", "st")) {
            String weight = "{\"value\":999,\"unit\":\"" + unit + "\"}";
            Answer first =
                    api().post("/customers", "{\"firstName\":\"A\",\"weight\":" + weight + "}");
            Answer further = api().post(path(made) + "/weights", weight);
            if (unit.equals("st")) {
                assertThat(first.status()).isEqualTo(422);
                assertThat(first.json().at("/errors/0/field").asString()).isEqualTo("weight.value");
                assertThat(further.status()).isEqualTo(422);
                assertThat(further.json().at("/errors/0/field").asString()).isEqualTo("value");
            } else {
                assertThat(first.status()).isEqualTo(201);
                assertThat(further.status()).isEqualTo(201);
            }
        }
        assertThat(
                        api().post(path(made) + "/weights", "{\"value\":157.4,\"unit\":\"st\"}")
                                .status())
                .isEqualTo(201);
    }

    @Test
    void whatCannotBeReadHidesNothingElse() {
        String wrong =
                """
                {"firstName": "%s", "customerSince": "yesterday", "colour": "red", "status": "Nobody",
                 "emails": [{"address": "nope"}], "phones": [{"number": "12"}], "birthday": "2999-01-01"}
                """
                        .formatted("x".repeat(10_000));
        String[] fields = {
            "firstName",
            "customerSince",
            "colour",
            "status",
            "emails[0].address",
            "phones[0].number",
            "birthday"
        };
        assertThat(fields(api().post("/customers", wrong))).containsExactlyInAnyOrder(fields);
        Answer made = maya();
        assertThat(fields(api().patch(path(made), made.etag(), wrong)))
                .containsExactlyInAnyOrder(fields);
        assertThat(
                        fields(
                                api().post(
                                                "/customers",
                                                "{\"emails\":[3,{}],\"language\":\"%s\"}"
                                                        .formatted("x".repeat(99)))))
                .contains("emails[0]", "language", "firstName");
    }

    private static List<String> fields(Answer refused) {
        assertThat(refused.status()).as(refused.toString()).isEqualTo(422);
        return refused.json().at("/errors").findValuesAsString("field");
    }

    @Test
    void theSameRequestTwiceIsDoneOnce() {
        Map<String, String> body = Map.of("firstName", "Once");
        ApiClient api = api();
        Answer first = api.post("/customers", body, "Idempotency-Key", "k-once");
        Answer again = api.post("/customers", body, "Idempotency-Key", "k-once");
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(
                        api.post(
                                        "/customers",
                                        Map.of("firstName", "Other"),
                                        "Idempotency-Key",
                                        "k-once")
                                .status())
                .isEqualTo(422);
    }

    @Test
    void sixteenAtOnceWithOneKeyMakeOneCustomer() throws Exception {
        ApiClient api = api();
        Callable<String> send =
                () ->
                        api.post(
                                        "/customers",
                                        Map.of("firstName", "Sixteen"),
                                        "Idempotency-Key",
                                        "k-sixteen")
                                .body();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> answers =
                    threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> send).toList());
            for (Future<String> answer : answers) {
                assertThat(answer.get()).isEqualTo(answers.getFirst().get());
            }
        }
    }

    @Test
    void anotherBusinessFindsNothing() {
        Answer made = maya();
        ApiClient otto = Cast.otto().api(Permission.values());
        assertThat(otto.get(path(made)).status()).isEqualTo(404);
        assertThat(otto.patch(path(made), "\"1\"", Map.of("firstName", "Stolen")).status())
                .isEqualTo(404);
        assertThat(otto.post(path(made) + "/notes", Map.of("body", "hello")).status())
                .isEqualTo(404);
        assertThat(api().get(path(made)).json()).isEqualTo(made.json());
    }

    @Test
    void aKeyReachesNoFurtherThanItsScopes() {
        Answer made = maya();
        ApiClient reader = Cast.api(Permission.PROFILE_VIEW);
        Answer masked = reader.get(path(made));
        assertThat(masked.body()).doesNotContain("maya@example.org").doesNotContain("123 45 67");
        assertThat(reader.post("/customers", Map.of("firstName", "A")).status()).isEqualTo(403);
        assertThat(reader.get(path(made) + "/notes").status()).isEqualTo(403);
        assertThat(new ApiClient(Cast.url(), "nonsense").get(path(made)).status()).isEqualTo(401);
    }

    @Test
    void contactsThatAKeyMayNotSeeItMayNotChange() {
        Answer made = maya();
        var editor = Cast.api(Permission.PROFILE_VIEW, Permission.PROFILE_EDIT);
        var mail = Map.of("emails", List.of(Map.of("address", "mallory@example.org")));

        Answer refused = editor.patch(path(made), made.etag(), mail);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("profile.contact");
        assertThat(api().get(path(made)).json()).isEqualTo(made.json());
        Answer named = editor.patch(path(made), made.etag(), Map.of("firstName", "Maja"));
        assertThat(named.status()).isEqualTo(200);
        assertThat(api().get(path(made)).body()).contains("maya@example.org", "Maja");
    }

    @Test
    void everyChangeIsOnRecordAndCanBePutBack() {
        Answer made = maya();
        api().patch(
                        path(made),
                        made.etag(),
                        Map.of("lastName", "Okafor", "birthday", "1990-02-28"));
        Answer changes = api().get(path(made) + "/changes?field=customer.lastName");
        var change = changes.json().at("/items/0");
        assertThat(change.get("before").asString()).isEqualTo("Okonkwo-Lindqvist");
        assertThat(change.get("after").asString()).isEqualTo("Okafor");
        assertThat(change.get("source").asString()).isEqualTo("api");
        Answer back =
                api().post(
                                path(made) + "/changes/" + change.get("id").asLong() + "/reversal",
                                Map.of("field", "lastName"));
        assertThat(back.status()).isEqualTo(204);
        var now = api().get(path(made)).json();
        assertThat(now.get("lastName").asString()).isEqualTo("Okonkwo-Lindqvist");
        assertThat(now.get("birthday").asString()).isEqualTo("1990-02-28");
    }

    @Test
    void aDeletedNoteComesBackAsItWas() {
        Answer made = maya();
        Answer note =
                api().post(
                                path(made) + "/notes",
                                Map.of("body", "Likes *tea*", "kind", "preference"));
        String notePath = path(made) + "/notes/" + note.json().get("id").asString();
        assertThat(api().delete(notePath).status()).isEqualTo(204);
        assertThat(api().get(notePath).status()).isEqualTo(404);
        assertThat(api().post(notePath + "/restoration", "{}").status()).isEqualTo(200);
        assertThat(api().get(notePath).json()).isEqualTo(note.json());
    }

    @Test
    void notesKeepTheOrderTheyArePutIn() {
        String path = path(maya());
        List<String> ids =
                IntStream.range(0, 4)
                        .mapToObj(i ->
                                api().post(path + "/notes", Map.of("body", "n" + i))
                                        .json()
                                        .get("id")
                                        .asString())
                        .toList();
        assertThat(order(path)).containsExactly("n3", "n2", "n1", "n0");
        api().put(path + "/notes/" + ids.get(0) + "/place", "{}");
        assertThat(order(path)).containsExactly("n0", "n3", "n2", "n1");
        for (int i = 0; i < 120; i++) { // halving the same gap until there is none left
            api().put(
                            path + "/notes/" + ids.get(i % 2 + 1) + "/place",
                            Map.of("after", ids.get(0)));
        }
        assertThat(order(path)).hasSize(4).startsWith("n0").endsWith("n3");
    }

    private static List<String> order(String path) {
        return api().get(path + "/notes").json().get("items").findValuesAsString("body");
    }

    @Test
    void cardNumbersAreNeverStored() {
        Answer refused =
                api().post(
                                path(maya()) + "/notes",
                                Map.of("body", "card 4242 4242 4242 4242 exp 12/30"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("card_number");
    }

    @Test
    void whatIsRefusedNamesThePathThatWasAsked() {
        var refused = Cast.api(Permission.PROFILE_VIEW).send("PUT", "/customers", Map.of());
        assertThat(refused.status()).isEqualTo(405);
        assertThat(refused.json().get("instance").asString()).isEqualTo("/api/v1/customers");
    }
}
