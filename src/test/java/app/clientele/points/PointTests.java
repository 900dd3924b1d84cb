package app.clientele.points;

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

/** Points: earned when something is paid, used by themselves, given back, given by hand. */
@ClienteleTest
class PointTests {
    private final Till till = Till.open();
    private final PageClient desk = Cast.mia().pages();
    private final String maya = till.customer("Maya");
    private final String oil = till.product("45.00");

    private void rule(String item, Map<String, ?> rule) {
        String path = "/point-rules/" + item;
        Answer answer = till.api().patch(path, till.api().get(path).etag(), rule);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void settings(Map<String, ?> settings) {
        String etag = till.api().get("/point-settings").etag();
        Answer answer = till.api().patch("/point-settings", etag, settings);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private long points(String customer) {
        return till.api()
                .get("/customers/" + customer + "/points/balance")
                .json()
                .path("points")
                .asLong(-1);
    }

    private List<String> causes(String customer) {
        return till.api()
                .get("/customers/" + customer + "/points")
                .json()
                .path("items")
                .valueStream()
                .map(e -> e.path("cause").asString() + " " + e.path("points").asInt())
                .toList();
    }

    private Answer give(String customer, int points) {
        return till.api()
                .post(
                        "/customers/" + customer + "/points",
                        Map.of("points", points, "reason", "A gift"));
    }

    private JsonNode order(String customer, Map<?, ?>... lines) {
        return till.made("/orders", Till.order(customer, List.of(lines)));
    }

    private Map<String, Object> line(String product) {
        return Map.of("productId", product);
    }

    private JsonNode bought(String customer, String product, String price) {
        return till.paid(order(customer, line(product)), paying(cash(price)));
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asString();
    }

    @Test
    void theyComeWhenItIsPaidAndGoWhenItIsPaidBack() {
        rule(oil, Map.of("given", 10));
        JsonNode order = order(maya, Map.of("productId", oil, "quantity", 2));
        Answer half =
                till.pay(
                        order,
                        Map.of(
                                "payments",
                                List.of(cash("40.00")),
                                "iou",
                                Map.of("comment", "Next time")));
        assertThat(half.status()).as(half.toString()).isEqualTo(201);
        assertThat(points(maya)).isZero();
        JsonNode invoice = half.json();
        Answer rest = till.pay(order, paying(cash("50.00")));
        assertThat(rest.status()).as(rest.toString()).isEqualTo(201);
        assertThat(points(maya)).isEqualTo(20);
        List<JsonNode> payments = till.payments(maya, invoice);
        assertThat(till.refund(payments.getFirst(), "40.00").status()).isEqualTo(201);
        assertThat(points(maya)).isEqualTo(11); // 50 of 90
        assertThat(till.refund(payments.getLast(), "50.00").status()).isEqualTo(201);
        assertThat(points(maya)).isZero();
        assertThat(causes(maya)).containsExactly("taken_back -11", "taken_back -9", "earned 20");
        assertThat(desk.get("/customers/" + maya + "/points").body())
                .contains("Earned", "Taken back", "No points");
    }

    @Test
    void whatWasUsedMeanwhileIsTakenOfOthers() {
        rule(oil, Map.of("given", 30));
        String soap = till.product("12.00");
        rule(soap, Map.of("redeemed", 20));
        JsonNode invoice = bought(maya, oil, "45.00");
        till.paid(order(maya, line(soap)), paying());
        give(maya, 5);
        assertThat(points(maya)).isEqualTo(15);
        JsonNode payment = till.payments(maya, invoice).getFirst();
        assertThat(till.refund(payment, "45.00").status()).isEqualTo(201);
        assertThat(points(maya)).isZero(); // ten of them are gone for good
        assertThat(causes(maya).subList(0, 2)).containsExactly("taken_back -15", "edited 5");
    }

    @Test
    void theyPayByThemselvesUnlessTheDeskSaysOtherwise() {
        rule(oil, Map.of("given", 7, "redeemed", 30));
        give(maya, 70);
        JsonNode order =
                order(
                        maya,
                        line(oil),
                        line(oil),
                        line(oil),
                        Map.of("productId", oil, "declined", true));
        assertThat(order.path("lines").valueStream().map(l -> l.path("priceSource").asString()))
                .containsExactly("points", "points", "list", "list");
        assertThat(order.at("/lines/0/units").asInt()).isEqualTo(30);
        assertThat(desk.get("/orders/" + id(order)).body())
                .contains("with 30 points", "Pay otherwise", "Use what they have");
        JsonNode invoice = till.paid(order, paying(cash("90.00")));
        assertThat(points(maya)).isEqualTo(70 - 60 + 14);
        assertThat(invoice.at("/lines/0/points").asInt()).isEqualTo(30);
        assertThat(desk.get("/invoices/" + id(invoice)).body()).contains("with 30 points");
        JsonNode payment = till.payments(maya, invoice).getFirst();
        assertThat(till.refund(payment, "90.00").status()).isEqualTo(201);
        assertThat(points(maya)).isEqualTo(70);
        assertThat(causes(maya))
                .containsExactly(
                        "given_back 60",
                        "taken_back -14",
                        "earned 14",
                        "redeemed -60",
                        "edited 70");
    }

    @Test
    void theyPayWholePercentsWhereThatIsAllowed() {
        rule(oil, Map.of("redeemed", 30));
        give(maya, 25);
        assertThat(amount(order(maya, line(oil)).path("totals"), "total")).isEqualTo("45.00");
        settings(Map.of("partly", true));
        try {
            JsonNode order = order(maya, line(oil));
            assertThat(amount(order.path("totals"), "total")).isEqualTo("7.65");
            till.paid(order, paying(cash("7.65")));
            assertThat(points(maya)).isZero();
        } finally {
            settings(Map.of("partly", false));
        }
    }

    @Test
    void theLastOnesGoToWhoeverIsFirst() {
        rule(oil, Map.of("redeemed", 30));
        give(maya, 30);
        JsonNode one = order(maya, line(oil));
        JsonNode other = order(maya, line(oil));
        List<Integer> answers = new java.util.concurrent.CopyOnWriteArrayList<>();
        Race.between(
                () -> answers.add(till.pay(one, paying()).status()),
                () -> answers.add(till.pay(other, paying()).status()));
        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        assertThat(points(maya)).isZero();
        JsonNode left =
                List.of(one, other).stream()
                        .map(o -> till.api().get("/orders/" + id(o)).json())
                        .filter(o -> o.path("status").asString().equals("draft"))
                        .findFirst()
                        .orElseThrow();
        assertThat(reason(till.pay(left, paying()))).isEqualTo("points_gone");
    }

    @Test
    void whoeverBroughtThemAlongGetsTheirsOnce() {
        settings(Map.of("referral", 50));
        try {
            JsonNode noor =
                    till.made(
                            "/customers",
                            Map.of("firstName", "Noor", "referredBy", Map.of("customerId", maya)));
            JsonNode one = order(id(noor), line(oil));
            JsonNode other = order(id(noor), line(oil));
            Race.between(
                    () -> till.paid(one, paying(cash("45.00"))),
                    () -> till.paid(other, paying(cash("45.00"))));
            bought(id(noor), oil, "45.00");
            assertThat(causes(maya)).containsExactly("referral 50");
            assertThat(points(id(noor))).isZero();
            assertThat(desk.get("/customers/" + maya + "/points").body())
                    .contains("For bringing along", "Noor");
        } finally {
            settings(Map.of("referral", 0));
        }
    }

    @Test
    void theyArePaidForInMoneyOrNotAtAll() {
        rule(oil, Map.of("given", 10));
        Map<String, Object> free = new HashMap<>(line(oil));
        free.put("discount", Map.of("percent", 100, "reason", "On the house"));
        till.paid(order(maya, free), paying());
        assertThat(points(maya)).isZero();
    }

    @Test
    void whatIsVoidedBringsNothing() {
        rule(oil, Map.of("redeemed", 30));
        give(maya, 30);
        JsonNode invoice = till.paid(order(maya, line(oil)), paying());
        assertThat(points(maya)).isZero();
        Answer voided =
                till.api().post("/invoices/" + id(invoice) + "/voiding", Map.of("reason", "Wrong"));
        assertThat(voided.status()).isEqualTo(200);
        assertThat(points(maya)).isEqualTo(30);
    }

    @Test
    void theyAreGivenAndTakenByHandForAReason() {
        assertThat(give(maya, 0).status()).isEqualTo(422);
        Answer given = give(maya, 40);
        assertThat(given.status()).isEqualTo(201);
        UUID entry = UUID.fromString(id(given.json()));
        assertThat(ChangeLog.of(Cast.mia().business(), entry)).containsOnly("insert by Test");
        String path = "/customers/" + maya + "/points/new";
        assertThat(desk.get(path).body()).contains("40 points to use");
        Answer nameless = desk.post(path, "points", "-10", "reason", "");
        assertThat(nameless.status()).isEqualTo(422);
        assertThat(nameless.body()).contains("value=\"-10\"");
        Answer more = desk.post(path, "points", "-50", "reason", "Too many");
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.body()).contains("They have not so many points", "value=\"Too many\"");
        String submission = UUID.randomUUID().toString();
        for (int i = 0; i < 2; i++) {
            Answer less =
                    desk.post(
                            path, "points", "-15", "reason", "Mistake", "submissionId", submission);
            assertThat(less.status()).isEqualTo(303);
        }
        assertThat(points(maya)).isEqualTo(25);
        assertThat(
                        till.api()
                                .post(
                                        "/customers/" + till.customer("Noor") + "/points",
                                        Map.of(
                                                "points",
                                                5,
                                                "reason",
                                                "Hm",
                                                "submissionId",
                                                submission))
                                .status())
                .isEqualTo(422);
    }

    @Test
    void theyLastAsLongAsTheBusinessSays() {
        settings(Map.of("lastsMonths", 12));
        try {
            JsonNode given = give(maya, 40).json();
            assertThat(given.path("expiresOn").asString()).isNotEmpty();
            rule(oil, Map.of("given", 10));
            bought(maya, oil, "45.00");
            JsonNode earned = till.api().get("/customers/" + maya + "/points").json();
            assertThat(earned.at("/items/0/expiresOn").asString())
                    .isEqualTo(given.path("expiresOn").asString());
        } finally {
            Map<String, Object> none = new HashMap<>();
            none.put("lastsMonths", null);
            settings(none);
        }
    }

    @Test
    void theListIsFilledInRowByRow() {
        String soap = till.product("12.00");
        String name = till.api().get("/products/" + soap).json().path("name").asString();
        String page = desk.get("/settings/points?kind=product&q=" + name.substring(4)).body();
        assertThat(page).contains(name, "given." + soap);
        Answer saved =
                desk.post(
                        "/settings/points/items",
                        "item",
                        soap,
                        "version." + soap,
                        "0",
                        "given." + soap,
                        "3",
                        "redeemed." + soap,
                        "x");
        assertThat(saved.status()).isEqualTo(422);
        assertThat(saved.body()).contains("value=\"3\"");
        saved =
                desk.post(
                        "/settings/points/items",
                        "item",
                        soap,
                        "version." + soap,
                        "0",
                        "given." + soap,
                        "3",
                        "redeemed." + soap,
                        "40");
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(till.api().get("/point-rules/" + soap).json().path("redeemed").asInt())
                .isEqualTo(40);
        Answer late =
                desk.post(
                        "/settings/points/items",
                        "item",
                        soap,
                        "version." + soap,
                        "0",
                        "given." + soap,
                        "5");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("value=\"5\"");
        JsonNode pack =
                till.made(
                        "/packages",
                        Map.of(
                                "name",
                                "Two " + UUID.randomUUID(),
                                "price",
                                sek("10.00"),
                                "items",
                                List.of(
                                        Map.of(
                                                "serviceId",
                                                Diary.plain().service(),
                                                "visits",
                                                2))));
        String path = "/point-rules/" + id(pack);
        assertThat(
                        till.api()
                                .patch(path, till.api().get(path).etag(), Map.of("redeemed", 5))
                                .status())
                .isEqualTo(422);
        rule(id(pack), Map.of("given", 12));
        bought(maya, Map.of("packageId", id(pack)));
        assertThat(points(maya)).isEqualTo(12);
    }

    private void bought(String customer, Map<String, Object> line) {
        till.paid(order(customer, line), paying(cash("10.00")));
    }

    @Test
    void theBooksTellOfPointsThatAreMissing() {
        rule(oil, Map.of("redeemed", 30));
        give(maya, 30);
        JsonNode order = order(maya, line(oil));
        till.paid(order, paying());
        String line = id(order.at("/lines/0"));
        assertThat(findings()).doesNotContain(line);
        forge(line, 29);
        try {
            assertThat(findings()).contains(line);
        } finally {
            forge(line, 30);
        }
        assertThat(findings()).doesNotContain(line);
    }

    private static void forge(String line, int units) {
        TestDatabase.ownerClient()
                .sql(
                        """
                        do $$ begin perform set_config('app.erasing', 'yes', true);
                        update order_line set units = %d where id = '%s'; end $$
                        """
                                .formatted(units, line))
                .update();
    }

    private List<String> findings() {
        return till.api()
                .get("/verification")
                .json()
                .path("findings")
                .valueStream()
                .map(PointTests::id)
                .toList();
    }
}
