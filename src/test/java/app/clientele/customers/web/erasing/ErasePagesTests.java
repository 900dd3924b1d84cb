package app.clientele.customers.web.erasing;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.Locks;
import app.clientele.customers.Locks.LockDetails;
import app.clientele.customers.erasing.ErasureJob;
import app.clientele.customers.erasing.ErasureRules;
import app.clientele.customers.web.Drafts;
import app.clientele.shared.Permission;
import app.clientele.site.Input;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Erasing as one does it at the desk, and through the API. */
@ClienteleTest
class ErasePagesTests {
    @Autowired private Customers customers;
    @Autowired private Locks locks;
    @Autowired private Input input;

    private final PageClient desk = Cast.mona().pages();
    private final ApiClient api = Cast.api(Permission.values());
    private UUID ada = new UUID(0, 0);
    private String path = "";
    private String number = "";
    private String name = "";

    @BeforeEach
    void ada() {
        ada = Drafts.ada(input, customers);
        path = "/customers/" + ada;
        Customer record = Cast.mia().call(() -> customers.get(ada));
        number = String.valueOf(record.number());
        name = record.shownName();
    }

    @Test
    void saysFirstWhatGoesAndWhatStays() {
        assertThat(desk.get(path).body()).contains(path + "/erase");
        assertThat(desk.get(path + "/erase").body())
                .contains(
                        "What is erased",
                        "Details",
                        "What is kept",
                        "The number, and since when",
                        "For 30 days you can undo it");
    }

    @Test
    void asksForTheNameOrTheNumber() {
        Answer refused = desk.post(path + "/erase", "reason", "Asked us", "confirm", "somebody");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Type the name or the number", "Asked us");
        assertThat(desk.post(path + "/erase", "confirm", " #" + number).location()).isEqualTo(path);
        assertThat(desk.get(path).body()).contains("Will be erased on", "/undo/erasure-" + ada);
        assertThat(desk.get(path + "/erase").body()).contains("Will be erased on");
        assertThat(desk.get("/settings/erasures").body()).contains(name, "Mona Haddad");
        assertThat(desk.post("/undo/erasure-" + ada).location()).isEqualTo(path);
        assertThat(desk.get(path).body()).doesNotContain("Will be erased on");
        assertThat(
                        desk.post(
                                        path + "/erase",
                                        "confirm",
                                        name.toUpperCase(java.util.Locale.ROOT))
                                .location())
                .isEqualTo(path);
    }

    @Test
    void namesWhatStandsInTheWay() {
        Cast.mia().run(() -> locks.lock(ada, new LockDetails("Court case")));
        assertThat(desk.get(path + "/erase").body())
                .contains("This stands in the way", "Court case")
                .doesNotContain("name=\"confirm\"");
        Answer refused = desk.post(path + "/erase", "confirm", number);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("Court case");
        Answer told = api.post(path + "/erasure", Map.of());
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.json().at("/reasons/0/code").asString()).isEqualTo("erasure_locked");
        assertThat(api.get(path + "/erasure").json().at("/blockers/0/message").asString())
                .contains("Court case");
    }

    @Test
    void afterwardsThePageSaysSo() {
        Cast.mona().run(() -> ErasureJob.erase(ada));
        Answer page = desk.get(path);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body())
                .contains("Deleted customer", number, "Mona Haddad", "What was kept")
                .doesNotContain(name);
        assertThat(desk.get("/settings/erasures/done").body()).contains("Deleted customer", number);
        assertThat(desk.part(path + "/notes").body()).contains("This customer was erased on");
    }

    @Test
    void offersOnlyWhatWorksWhileItWaits() {
        desk.post(path + "/notes", "body", "Likes oat milk");
        assertThat(desk.get(path).body()).contains("note-new", "Add a note");
        desk.post(path + "/erase", "confirm", number);

        for (String tab : List.of("", "/notes", "/history", "/alerts")) {
            assertThat(desk.get(path + tab).body())
                    .as(tab)
                    .doesNotContain(
                            "note-new",
                            "note-actions",
                            "sort-grip",
                            "put-back",
                            "/alerts/new",
                            path + "/edit");
        }
        assertThat(desk.get(path).body()).contains("Likes oat milk", "Waits to be erased");
        for (String form :
                List.of(
                        "/edit",
                        "/photo",
                        "/lock",
                        "/merge",
                        "/tags",
                        "/alerts/new",
                        "/weights/new",
                        "/family/add",
                        "/family/create",
                        "/fields/name/edit")) {
            Answer closed = desk.get(path + form);
            assertThat(closed.status()).as(form).isEqualTo(409);
            assertThat(closed.body())
                    .as(form)
                    .contains("Not as things stand", "Undo the erasure first")
                    .doesNotContain("Somebody was faster");
        }
        desk.post("/undo/erasure-" + ada);
        assertThat(desk.get(path + "/edit").status()).isEqualTo(200);
    }

    @Test
    void programsDoTheSame() {
        Answer plan = api.get(path + "/erasure");
        assertThat(plan.json().at("/erased/customer").asInt()).isEqualTo(1);
        assertThat(plan.json().at("/reasons/change").asString()).isEqualTo("proof");
        Answer begun =
                api.post(
                        path + "/erasure",
                        Map.of("reason", "Asked us"),
                        "Idempotency-Key",
                        "k" + ada);
        assertThat(begun.status()).isEqualTo(201);
        assertThat(begun.json().get("reason").asString()).isEqualTo("Asked us");
        assertThat(
                        api.post(
                                        path + "/erasure",
                                        Map.of("reason", "Asked us"),
                                        "Idempotency-Key",
                                        "k" + ada)
                                .json())
                .isEqualTo(begun.json());
        assertThat(api.get(path).json().get("eraseAt").asString()).isNotEmpty();
        assertThat(api.get(path + "/erasure").json().at("/waiting/why").asString())
                .isEqualTo("person");
        Answer write = api.post(path + "/notes", Map.of("body", "x"));
        assertThat(write.status()).isEqualTo(409);
        assertThat(write.json().at("/reasons/0/code").asString()).isEqualTo("erasure_waits");
        assertThat(api.get("/customers?erasure=waiting").body()).contains(ada.toString());
        assertThat(api.get("/customers?limit=200").body()).doesNotContain(ada.toString());
        assertThat(api.get("/erasures").body()).contains(ada.toString());
        assertThat(api.delete(path + "/erasure").status()).isEqualTo(204);
        assertThat(api.delete(path + "/erasure").status()).isEqualTo(404);
        Cast.mona().run(() -> ErasureJob.erase(ada));
        Answer gone = api.get(path);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.json().get("type").asString()).isEqualTo("urn:clientele:erased");
        assertThat(gone.json().get("number").asString()).isEqualTo(number);
        assertThat(api.get("/erasures?done=true").body()).contains(number).doesNotContain(name);
    }

    @Test
    void theRuleIsTheBusinesss() {
        Answer rule = api.get("/erasure-rule");
        assertThat(rule.json().get("graceDays").asInt()).isEqualTo(30);
        PageClient owner = Cast.mia().pages();
        assertThat(
                        owner.post(
                                        "/settings/erasures/rule",
                                        "graceDays",
                                        "400",
                                        "noticeDays",
                                        "30",
                                        "_version",
                                        rule.etag().replace("\"", ""))
                                .body())
                .contains("At most 365");
        assertThat(
                        owner.post(
                                        "/settings/erasures/rule",
                                        "graceDays",
                                        "14",
                                        "retentionYears",
                                        "7",
                                        "noticeDays",
                                        "60",
                                        "_version",
                                        rule.etag().replace("\"", ""))
                                .location())
                .isEqualTo("/settings/erasures/rule");
        Answer changed = api.get("/erasure-rule");
        assertThat(changed.json().get("retentionYears").asInt()).isEqualTo(7);
        assertThat(api.patch("/erasure-rule", rule.etag(), Map.of("graceDays", 3)).status())
                .isEqualTo(412);
        assertThat(api.patch("/erasure-rule", changed.etag(), Map.of("graceDays", 30)).status())
                .isEqualTo(200);
        Cast.mia()
                .run(() -> {
                    var rules = Cast.bean(ErasureRules.class);
                    rules.change(
                            new ErasureRules.RuleDetails(30, null, 30), rules.current().version());
                });
    }
}
