package app.clientele.sales;

import static app.clientele.sales.Till.amount;
import static app.clientele.sales.Till.reason;
import static app.clientele.sales.Till.sek;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.calendar.Diary;
import app.clientele.gateway.Wallet;
import app.clientele.gateway.sandbox.TestCard;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Fees for late cancellations and missed appointments: proposed by rules, charged by people. */
@ClienteleTest
class FeeTests {
    private final Till till = Till.open();
    private final Diary diary = Diary.plain();
    private final PageClient desk = Cast.mia().pages();
    private final String maya = till.customer("Maya");

    /** For this test's service only, as all tests share a business. */
    private String rule(String kind, Map<String, ?> more) {
        Map<String, Object> rule = new HashMap<>(more);
        rule.put("kind", kind);
        rule.put("serviceIds", List.of(diary.service()));
        return till.made("/fee-rules", rule).path("id").asString();
    }

    private String cancelledLate() {
        String visit = diary.booked(maya, Cast.paul(), Diary.freshDay());
        Answer answer = till.api().post(visit + "/cancellation", Map.of("late", true));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return visit;
    }

    private String missed(int hoursAgo) {
        String visit = diary.booked(maya, Cast.dora(), Diary.ago(hoursAgo));
        step(visit, "no-show");
        return visit;
    }

    private void step(String visit, String step) {
        Answer answer = till.api().post(visit + "/" + step, "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private List<JsonNode> fees(String visit) {
        String id = visit.substring(visit.lastIndexOf('/') + 1);
        return till.api()
                .get("/fees?appointment=" + id)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static String path(JsonNode fee) {
        return "/fees/" + fee.path("id").asString();
    }

    private String state(JsonNode fee) {
        return till.api().get(path(fee)).json().path("state").asString();
    }

    @Test
    void theRuleThatAsksMostProposes() {
        rule("late_cancel", Map.of("percent", 33.335));
        rule("late_cancel", Map.of("amount", sek("10.00")));
        rule("late_cancel", Map.of("amount", sek("55.00"), "active", false));
        rule("late_cancel", Map.of("amount", sek("55.00"), "whom", "above", "above", sek("60.00")));
        rule("late_cancel", Map.of("amount", sek("55.00"), "whom", "missed", "missedLeast", 1));
        rule("late_cancel", Map.of("amount", sek("55.00"), "hours", 2));
        rule("no_show", Map.of("amount", sek("59.00")));
        List<JsonNode> proposed = fees(cancelledLate());
        assertThat(proposed).hasSize(1);
        // 33.335 % of 60.00 is 20.001
        assertThat(amount(proposed.getFirst(), "amount")).isEqualTo("20.00");
        assertThat(proposed.getFirst().path("state").asString()).isEqualTo("proposed");
        missed(5003);
        assertThat(amount(fees(cancelledLate()).getFirst(), "amount")).isEqualTo("55.00");
    }

    @Test
    void newCustomersOnly() {
        rule("no_show", Map.of("amount", sek("10.00"), "whom", "new"));
        assertThat(fees(missed(5040))).hasSize(1);
        String came = diary.booked(maya, Cast.dora(), Diary.ago(5050));
        step(came, "completion");
        assertThat(fees(missed(5045))).isEmpty();
    }

    @Test
    void whatWasAgreedGoesBeforeTheRules() {
        rule("late_cancel", Map.of("percent", 50));
        String own = "/customers/" + maya + "/own-fees";
        Answer both =
                till.api()
                        .post(
                                own,
                                Map.of(
                                        "kind",
                                        "late_cancel",
                                        "never",
                                        true,
                                        "percent",
                                        5,
                                        "reason",
                                        "x"));
        assertThat(both.status()).isEqualTo(422);
        assertThat(till.api().post(own, Map.of("kind", "late_cancel", "reason", "x")).status())
                .isEqualTo(422);
        JsonNode agreed =
                till.made(
                        own, Map.of("kind", "late_cancel", "never", true, "reason", "Old friend"));
        assertThat(fees(cancelledLate())).isEmpty();
        String one = own + "/" + agreed.path("id").asString();
        Map<String, Object> tenth = new HashMap<>(Map.of("percent", 10));
        tenth.put("never", false);
        assertThat(till.api().patch(one, till.api().get(one).etag(), tenth).status())
                .isEqualTo(200);
        assertThat(amount(fees(cancelledLate()).getFirst(), "amount")).isEqualTo("6.00");
        assertThat(
                        till.api()
                                .post(
                                        own,
                                        Map.of("kind", "late_cancel", "percent", 5, "reason", "x"))
                                .status())
                .isEqualTo(422);
    }

    @Test
    void markingBackWithdrawsWhatWasOnlyProposed() {
        rule("no_show", Map.of("percent", 50));
        String visit = missed(5060);
        JsonNode fee = fees(visit).getFirst();
        step(visit, "reopening");
        assertThat(state(fee)).isEqualTo("withdrawn");
        assertThat(reason(till.api().post(path(fee) + "/charging", "{}"))).isEqualTo("fee_decided");
        step(visit, "no-show");
        assertThat(fees(visit)).hasSize(2);
        assertThat(desk.get("/customers/" + maya).body()).contains("Did not come");
    }

    @Test
    void pressedInTwoWindowsItIsChargedOnce() {
        rule("no_show", Map.of("percent", 50));
        JsonNode fee = fees(missed(5070)).getFirst();
        Runnable press =
                () ->
                        assertThat(till.api().post(path(fee) + "/charging", "{}").status())
                                .isEqualTo(200);
        assertThat(Race.between(press, press, press)).allMatch(Optional::isEmpty);
        var invoices = till.api().get("/customers/" + maya + "/invoices").json().path("items");
        assertThat(invoices.size()).isEqualTo(1);
        assertThat(amount(invoices.get(0), "total")).isEqualTo("30.00");
        assertThat(invoices.get(0).path("status").asString()).isEqualTo("open");
        assertThat(reason(till.api().post(path(fee) + "/waiving", Map.of("reason", "x"))))
                .isEqualTo("fee_decided");
        Answer gone =
                till.api()
                        .post(
                                "/invoices/" + invoices.get(0).path("id").asString() + "/voiding",
                                Map.of("reason", "Was ill"));
        assertThat(gone.status()).as(gone.toString()).isLessThan(300);
        assertThat(state(fee)).isEqualTo("proposed");
    }

    @Test
    void chargedAndWaivedAtOnceItIsOneOfThem() {
        rule("no_show", Map.of("percent", 50));
        JsonNode fee = fees(missed(5080)).getFirst();
        Race.between(
                () -> till.api().post(path(fee) + "/charging", "{}"),
                () -> till.api().post(path(fee) + "/waiving", Map.of("reason", "Kind")));
        int invoices =
                till.api().get("/customers/" + maya + "/invoices").json().path("items").size();
        assertThat(invoices).isEqualTo(state(fee).equals("charged") ? 1 : 0);
    }

    @Test
    void aCardOnFileIsCharged() {
        Wallet.use("sandbox", 5);
        String card = new Wallet(till.api()).keep(maya, TestCard.VISA);
        rule("late_cancel", Map.of("percent", 50));
        JsonNode fee = fees(cancelledLate()).getFirst();
        Answer unknown =
                till.api().post(path(fee) + "/charging", Map.of("cardId", UUID.randomUUID()));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(state(fee)).isEqualTo("proposed");
        assertThat(desk.get(path(fee)).body()).contains("Visa ···· 4242");
        Answer charged = desk.post(path(fee) + "/charging", "by", card);
        assertThat(charged.status()).as(charged.toString()).isEqualTo(303);
        JsonNode invoice = till.api().get("/customers/" + maya + "/invoices").json().at("/items/0");
        assertThat(invoice.path("status").asString()).isEqualTo("paid");
        assertThat(desk.get("/invoices/" + invoice.path("id").asString()).body())
                .contains("Late cancellation: Facial");
    }

    @Test
    void itIsDecidedOnItsPage() {
        rule("late_cancel", Map.of("percent", 50));
        String visit = cancelledLate();
        JsonNode fee = fees(visit).getFirst();
        assertThat(desk.get(visit).body()).contains(path(fee), "To be decided");
        assertThat(desk.get("/sales/fees").body()).contains(path(fee));
        assertThat(desk.get("/today").body()).contains("Fees and deposits to be decided");
        assertThat(desk.post(path(fee) + "/waiving", "reason", " ").status()).isEqualTo(422);
        String order = desk.post(path(fee) + "/charging", "by", "desk").location();
        String draft = order.replaceAll("https?://[^/]+", "");
        assertThat(desk.get(draft).body()).contains("Late cancellation: Facial");
        assertThat(desk.post(path(fee) + "/waiving", "reason", "Ill").status()).isEqualTo(409);
        Answer saved =
                desk.post(
                        draft,
                        "customerId",
                        maya,
                        "branchId",
                        Cast.branch().toString(),
                        "_version",
                        "1");
        assertThat(saved.status()).as(saved.toString()).isEqualTo(303);
        assertThat(desk.post(draft + "/discarding").status()).isEqualTo(303);
        assertThat(state(fee)).isEqualTo("proposed");
    }

    @Test
    void rulesAreKeptOnTheirPages() {
        Answer wrong = desk.post("/settings/fees/new", "kind", "no_show", "much", "150 %");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("150 %");
        assertThat(desk.post("/settings/fees/new", "kind", "no_show", "much", "").status())
                .isEqualTo(422);
        String[] good = {
            "kind",
            "late_cancel",
            "much",
            "12.5 %",
            "whom",
            "missed",
            "missedLeast",
            "2",
            "active",
            "true",
            "serviceIds[]",
            diary.service()
        };
        Answer added = desk.post("/settings/fees/new", good);
        assertThat(added.status()).as(added.toString()).isEqualTo(303);
        assertThat(desk.get("/settings/fees").body())
                .contains("12.5 %", "Missed at least 2 before");
        JsonNode rule =
                till.api()
                        .get("/fee-rules?limit=200")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(r -> r.path("percent").asString().equals("12.5"))
                        .findFirst()
                        .orElseThrow();
        String page = "/settings/fees/" + rule.path("id").asString();
        assertThat(desk.get(page).body()).contains("12.5 %");
        assertThat(rule.path("taxed").asBoolean()).isFalse();
        assertThat(desk.post(page, "kind", "late_cancel", "much", "20", "_version", "9").status())
                .isEqualTo(409);
        assertThat(desk.post(page + "/delete").status()).isEqualTo(303);
    }
}
