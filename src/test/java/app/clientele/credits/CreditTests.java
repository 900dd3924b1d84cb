package app.clientele.credits;

import static app.clientele.sales.Till.amount;
import static app.clientele.sales.Till.cash;
import static app.clientele.sales.Till.paying;
import static app.clientele.sales.Till.reason;
import static app.clientele.sales.Till.sek;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.TestDatabase;
import app.clientele.calendar.Diary;
import app.clientele.sales.Till;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Packages and credits: sold, used by visits and at the desk, given back, handed on, expired. */
@ClienteleTest
class CreditTests {
    private final Till till = Till.open();
    private final Diary diary = Diary.plain();
    private final PageClient desk = Cast.mia().pages();
    private final String maya = till.customer("Maya");

    private String sold(Map<String, ?> more) {
        Map<String, Object> details = new HashMap<>();
        details.put("name", "Three facials " + UUID.randomUUID());
        details.put("price", sek("150.00"));
        details.put("items", List.of(Map.of("serviceId", diary.service(), "visits", 3)));
        details.putAll(more);
        return till.made("/packages", details).path("id").asString();
    }

    /** Maya buys one. */
    private JsonNode bought(Map<String, ?> more) {
        JsonNode order =
                till.made("/orders", Till.order(maya, List.of(Map.of("packageId", sold(more)))));
        till.paid(order, paying(cash(amount(order.path("totals"), "total"))));
        return packages(maya).getFirst();
    }

    private List<JsonNode> packages(String customer) {
        return till.api()
                .get("/customers/" + customer + "/packages?all=true")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode again(JsonNode bought) {
        return till.api().get("/bought-packages/" + bought.path("id").asString()).json();
    }

    private int left(JsonNode bought) {
        return again(bought).at("/credits/0/left").asInt();
    }

    private JsonNode given(int visits) {
        return till.made(
                "/customers/" + maya + "/credits",
                Map.of("serviceId", diary.service(), "visits", visits, "reason", "Sorry"));
    }

    private JsonNode orderOfVisit(String visit) {
        return till.made(visit + "/order", "");
    }

    private Map<String, Object> line() {
        return Map.of("serviceId", diary.service());
    }

    private JsonNode order(String customer, Object... lines) {
        return till.made("/orders", Till.order(customer, List.of(lines)));
    }

    private void step(String visit, String step) {
        Answer answer = till.api().post(visit + "/" + step, "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private String visit() {
        return diary.booked(maya, Cast.paul(), Diary.ago(HOURS.addAndGet(2)));
    }

    private static final java.util.concurrent.atomic.AtomicInteger HOURS =
            new java.util.concurrent.atomic.AtomicInteger(7001);

    @Test
    void aVisitThatIsCompletedUsesOneAndItsInvoiceSaysSo() {
        JsonNode bought = bought(Map.of("lastsDays", 3650));
        assertThat(bought.path("state").asString()).isEqualTo("active");
        String visit = diary.booked(maya, Cast.paul(), Diary.freshDay());
        assertThat(desk.get(visit).body()).contains("pays for it once it is completed");
        JsonNode order = orderOfVisit(visit);
        assertThat(order.at("/lines/0/priceSource").asString()).isEqualTo("credit");
        assertThat(amount(order.path("totals"), "total")).isEqualTo("0.00");
        JsonNode invoice = till.paid(order, paying());
        assertThat(invoice.path("status").asString()).isEqualTo("paid");
        assertThat(invoice.at("/lines/0/name").asString()).contains("Three facials");
        assertThat(left(bought)).isEqualTo(2);
        String id = invoice.path("id").asString();
        assertThat(
                        till.api()
                                .post("/invoices/" + id + "/voiding", Map.of("reason", "Wrong"))
                                .status())
                .isEqualTo(200);
        assertThat(left(bought)).isEqualTo(3);
    }

    @Test
    void whatAVisitUsedIsGivenBackByHand() {
        JsonNode bought = bought(Map.of("lastsDays", 3650));
        back(bought);
        String visit = visit();
        step(visit, "completion");
        assertThat(left(bought)).isEqualTo(2);
        assertThat(desk.get(visit).body()).contains("Paid with Three facials", "Give back");
        // the order finds what the visit has used already
        JsonNode order = orderOfVisit(visit);
        assertThat(amount(order.path("totals"), "total")).isEqualTo("0.00");
        assertThat(till.api().delete(visit + "/credit").status()).isEqualTo(200);
        assertThat(left(bought)).isEqualTo(3);
    }

    /** As if it had been bought long ago. */
    private static void back(JsonNode bought) {
        TestDatabase.ownerClient()
                .sql(
                        "update visit_credit set from_on = from_on - 3000 where bought_package_id = :id")
                .param("id", UUID.fromString(bought.path("id").asString()))
                .update();
    }

    @Test
    void itIsUsedAndGivenBackByHandToo() {
        JsonNode bought = bought(Map.of());
        back(bought);
        String visit = visit();
        step(visit, "no-show");
        assertThat(left(bought)).isEqualTo(3);
        desk.post(visit + "/credit");
        assertThat(left(bought)).isEqualTo(2);
        String credit = bought.at("/credits/0/id").asString();
        JsonNode use = till.api().get("/credits/" + credit + "/uses").json().at("/items/0");
        assertThat(use.path("forName").asString()).isEqualTo("Maya");
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(use.path("id").asString())))
                .containsOnly("insert by Mia Okafor");
        assertThat(till.api().delete(visit + "/credit").status()).isEqualTo(200);
        assertThat(left(bought)).isEqualTo(3);
    }

    @Test
    void theDeskMayDoWithoutIt() {
        JsonNode bought = bought(Map.of());
        JsonNode order =
                order(maya, line(), Map.of("serviceId", diary.service(), "declined", true));
        assertThat(order.at("/lines/0/priceSource").asString()).isEqualTo("credit");
        assertThat(order.at("/lines/1/priceSource").asString()).isEqualTo("list");
        assertThat(amount(order.path("totals"), "total")).isEqualTo("60.00");
        String path = "/orders/" + order.path("id").asString();
        String first = order.at("/lines/0/id").asString();
        Answer page =
                desk.post(
                        path,
                        "_version",
                        "1",
                        "customerId",
                        maya,
                        "branchId",
                        Cast.branch().toString(),
                        "_decline",
                        first);
        assertThat(page.status()).isEqualTo(303);
        order = till.api().get(path).json();
        assertThat(amount(order.path("totals"), "total")).isEqualTo("120.00");
        assertThat(desk.get(path).body()).contains("Use what they have");
        till.paid(order, paying(cash("120.00")));
        assertThat(left(bought)).isEqualTo(3);
    }

    @Test
    void threeOfALineNeedThree() {
        bought(Map.of());
        JsonNode three = order(maya, Map.of("serviceId", diary.service(), "quantity", 3));
        assertThat(amount(three.path("totals"), "total")).isEqualTo("0.00");
        JsonNode more =
                order(maya, Map.of("serviceId", diary.service(), "quantity", 2), line(), line());
        assertThat(amount(more.path("totals"), "total")).isEqualTo("60.00");
    }

    @Test
    void theLastOneGoesToWhoeverIsFirst() {
        given(1);
        JsonNode one = order(maya, line());
        JsonNode other = order(maya, line());
        List<Integer> answers = new java.util.concurrent.CopyOnWriteArrayList<>();
        Runnable first = () -> answers.add(till.pay(one, paying()).status());
        Runnable second = () -> answers.add(till.pay(other, paying()).status());
        Race.between(first, second);
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        JsonNode left =
                List.of(one, other).stream()
                        .map(o -> till.api().get("/orders/" + o.path("id").asString()).json())
                        .filter(o -> o.path("status").asString().equals("draft"))
                        .findFirst()
                        .orElseThrow();
        assertThat(reason(till.pay(left, paying()))).isEqualTo("credit_gone");
        Answer told =
                desk.post(
                        "/orders/" + left.path("id").asString() + "/payments",
                        "_version",
                        left.path("version").asString("1"),
                        "submission",
                        UUID.randomUUID().toString());
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body()).contains("Somebody used the visit meanwhile", "60.00");
    }

    @Test
    void whatIsVoidedGoesUnlessSomeWasUsed() {
        JsonNode bought = bought(Map.of());
        till.paid(order(maya, line()), paying());
        String invoice = "/invoices/" + bought.path("invoiceId").asString();
        assertThat(reason(till.api().post(invoice + "/voiding", Map.of("reason", "Wrong"))))
                .isEqualTo("credit_used");
        JsonNode payment = till.payments(maya, till.api().get(invoice).json()).getFirst();
        Answer refunded = till.refund(payment, "150.00");
        assertThat(refunded.status()).as(refunded.toString()).isEqualTo(201);
        assertThat(again(bought).path("state").asString()).isEqualTo("ended");
        assertThat(again(bought).at("/credits/0/revoked").asInt()).isEqualTo(2);
    }

    @Test
    void whatIsGivenByHandIsRevokedExpiresAndComesBack() {
        JsonNode credit = given(4);
        String path = "/credits/" + credit.path("id").asString();
        Answer expiring =
                till.api()
                        .post(path + "/expiry", Map.of("expiresOn", "2020-01-01", "reason", "No"));
        assertThat(expiring.status()).isEqualTo(422);
        assertThat(
                        desk.post(path + "/expiry", "expiresOn", "2099-01-31", "reason", "Longer")
                                .status())
                .isEqualTo(303);
        assertThat(till.api().get(path).json().path("expiresOn").asString())
                .isEqualTo("2099-01-31");
        assertThat(desk.post(path + "/revocation", "reason", "").status()).isEqualTo(422);
        assertThat(
                        till.api()
                                .post(path + "/revocation", Map.of("reason", "Mistake"))
                                .json()
                                .path("state")
                                .asString())
                .isEqualTo("revoked");
        assertThat(reason(till.api().post(path + "/revocation", Map.of("reason", "Again"))))
                .isEqualTo("credit_gone");
        assertThat(till.api().get("/customers/" + maya + "/credits").json().path("items").isEmpty())
                .isTrue();
        assertThat(desk.get("/customers/" + maya + "/packages?all=true").body())
                .contains("4 revoked");
    }

    @Test
    void nobodyChangesLastDaysWhereTheBusinessDoesNotLetThem() {
        JsonNode credit = given(1);
        settings(false);
        try {
            String path = "/credits/" + credit.path("id").asString();
            assertThat(reason(till.api().post(path + "/expiry", Map.of("reason", "Longer"))))
                    .isEqualTo("credits_fixed");
            assertThat(desk.get(path).body()).doesNotContain("Another last day");
        } finally {
            settings(true);
        }
    }

    private void settings(boolean editable) {
        String etag = till.api().get("/credit-settings").etag();
        assertThat(
                        till.api()
                                .patch("/credit-settings", etag, Map.of("editable", editable))
                                .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsHandedOnIsSomebodyElses() {
        JsonNode bought = bought(Map.of());
        till.paid(order(maya, line()), paying());
        String noor = till.customer("Noor");
        String path = "/bought-packages/" + bought.path("id").asString();
        assertThat(
                        till.api()
                                .post(
                                        path + "/transfer",
                                        Map.of("customerId", maya, "reason", "Hm"))
                                .status())
                .isEqualTo(422);
        assertThat(
                        desk.post(path + "/transfer", "customerId", noor, "reason", "Moves away")
                                .status())
                .isEqualTo(303);
        assertThat(packages(maya)).isEmpty();
        assertThat(packages(noor).getFirst().path("left").asInt()).isEqualTo(2);
        assertThat(amount(order(noor, line()).path("totals"), "total")).isEqualTo("0.00");
        assertThat(amount(order(maya, line()).path("totals"), "total")).isEqualTo("60.00");
        assertThat(
                        till.api()
                                .post(path + "/ending", Map.of("reason", "Enough"))
                                .json()
                                .path("state")
                                .asString())
                .isEqualTo("ended");
        assertThat(reason(till.api().post(path + "/ending", Map.of("reason", "Enough"))))
                .isEqualTo("package_over");
    }

    @Test
    void aPackageIsSoldToSomebodyAndSaysWhatIsWrong() {
        String sold = sold(Map.of());
        Map<String, Object> nobody =
                new HashMap<>(Till.order(maya, List.of(Map.of("packageId", sold))));
        nobody.remove("customerId");
        Answer refused = till.api().post("/orders", nobody);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("customerId");
        Answer page =
                desk.post(
                        "/settings/packages/new",
                        "name",
                        "Half",
                        "price",
                        "x",
                        "items[4].visits",
                        "3");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("Half");
        Answer added =
                desk.post(
                        "/settings/packages/new",
                        "name",
                        "Whole " + sold,
                        "price",
                        "10.00",
                        "items[1].serviceId",
                        diary.service(),
                        "items[1].visits",
                        "2");
        assertThat(added.status()).as(added.body()).isEqualTo(303);
        desk.post("/orders", "customer", maya, "packageId", sold);
        assertThat(desk.get("/customers/" + maya + "/packages/new").body())
                .contains("Three facials");
    }

    @Test
    void theFamilyUsesWhatIsSharedWithIt() {
        JsonNode shared = bought(Map.of("shared", true));
        String ben = till.customer("Ben");
        assertThat(amount(order(ben, line()).path("totals"), "total")).isEqualTo("60.00");
        String link =
                till.made(
                                "/customers/" + maya + "/relationships",
                                Map.of(
                                        "relativeId",
                                        ben,
                                        "relation",
                                        "cared_for",
                                        "rights",
                                        Map.of("pay", true)))
                        .path("id")
                        .asString();
        assertThat(amount(order(ben, line()).path("totals"), "total"))
                .as("until it is agreed")
                .isEqualTo("60.00");
        String agreement = "/customers/" + maya + "/relationships/" + link + "/agreement";
        assertThat(till.api().send("PUT", agreement, "").status()).isEqualTo(200);
        JsonNode order = order(ben, line());
        assertThat(amount(order.path("totals"), "total")).isEqualTo("0.00");
        till.paid(order, paying());
        assertThat(left(shared)).isEqualTo(2);
        String credit = shared.at("/credits/0/id").asString();
        JsonNode use = till.api().get("/credits/" + credit + "/uses").json().at("/items/0");
        assertThat(use.path("forName").asString()).isEqualTo("Ben");
    }
}
