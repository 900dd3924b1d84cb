package app.clientele.memberships;

import static app.clientele.memberships.Club.sek;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.TestDatabase;
import app.clientele.gateway.Wallet;
import app.clientele.gateway.sandbox.TestCard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Memberships: joined, charged on their day, tried again, left. */
@ClienteleTest
class MembershipTests {
    private final Club club = Club.open();
    private final PageClient desk = Cast.mia().pages();
    private final String maya = club.customer();

    private String card(TestCard kind) {
        Wallet.use("sandbox", 5);
        return new Wallet(club.api()).keep(maya, kind);
    }

    private static List<String> states(List<JsonNode> charges) {
        return charges.stream().map(c -> c.path("state").asString()).toList();
    }

    @Test
    void aPeriodIsChargedToTheCardOnItsDay() {
        String gold = club.joined(maya, club.plan(Map.of()), card(TestCard.VISA));
        assertThat(club.get(gold).path("state").asString()).isEqualTo("active");
        Club.bill(gold);
        Club.bill(gold);
        List<JsonNode> charges = club.charges(gold);
        assertThat(states(charges)).containsExactly("paid");
        assertThat(charges.getFirst().at("/attempts/0/state").asString()).isEqualTo("taken");
        String invoice = charges.getFirst().path("invoiceId").asString();
        assertThat(club.api().get("/invoices/" + invoice).json().at("/lines/0/name").asString())
                .startsWith("Gold");
        assertThat(desk.get("/memberships/" + gold).body()).contains("Payment activity", "Paid");
    }

    @Test
    void whatIsDueAtOnceFromTwoSidesIsChargedOnce() {
        String gold = club.joined(maya, club.plan(Map.of()), card(TestCard.VISA));
        Runnable job = () -> Club.bill(gold);
        assertThat(Race.between(job, job, job, job)).allMatch(Optional::isEmpty);
        assertThat(states(club.charges(gold))).containsExactly("paid");
    }

    @Test
    void afterALongOutageTheLastAreChargedAndTheRestAreTold() {
        String gold =
                club.joined(
                        maya,
                        club.plan(Map.of("interval", Map.of("every", 1, "unit", "week"))),
                        card(TestCard.VISA));
        Club.began(gold, 35);
        Club.bill(gold);
        assertThat(states(club.charges(gold)))
                .containsExactlyInAnyOrder("paid", "paid", "paid", "skipped", "skipped", "skipped");
        assertThat(club.get(gold).at("/attention/0").asString()).isEqualTo("payment_outstanding");
        assertThat(club.get(gold).path("nextNumber").asInt()).isEqualTo(7);
    }

    @Test
    void whatIsDeclinedIsTriedAgainByTheSchedule() {
        String gold = club.joined(maya, club.plan(Map.of()), card(TestCard.DECLINED));
        Club.bill(gold);
        JsonNode charge = club.charges(gold).getFirst();
        assertThat(charge.path("state").asString()).isEqualTo("failed");
        assertThat(club.get(gold).at("/attention/0").asString()).isEqualTo("payment_failed");
        assertThat(club.get(gold).path("state").asString()).isEqualTo("needs_attention");
        assertThat(toRetry()).doesNotContain(id(charge));
        aDayLater(charge.path("invoiceId").asString());
        assertThat(toRetry()).contains(id(charge));
        String good = new Wallet(club.api()).keep(maya, TestCard.VISA);
        Answer changed =
                club.api()
                        .patch(
                                "/memberships/" + gold,
                                club.api().get("/memberships/" + gold).etag(),
                                Map.of("cardId", good));
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
        retry(charge);
        charge = club.charges(gold).getFirst();
        assertThat(charge.path("state").asString()).isEqualTo("paid");
        assertThat(charge.path("attempts").size()).isEqualTo(2);
        assertThat(club.get(gold).path("attention").isEmpty()).isTrue();
    }

    private static List<UUID> toRetry() {
        return Cast.mia().call(() -> Cast.bean(MembershipBilling.class).toRetry(null)).stream()
                .map(MembershipBilling.Declined::id)
                .toList();
    }

    private static UUID id(JsonNode charge) {
        return UUID.fromString(charge.path("id").asString());
    }

    private static void retry(JsonNode charge) {
        var billing = Cast.bean(MembershipBilling.class);
        Cast.mia()
                .run(() ->
                        billing.toRetry(null).stream()
                                .filter(d -> d.id().equals(id(charge)))
                                .forEach(billing::retry));
    }

    private static void aDayLater(String invoice) {
        TestDatabase.ownerClient().sql("alter table payment disable trigger facts").update();
        TestDatabase.ownerClient()
                .sql(
                        "update payment set taken_at = taken_at - interval '25 hours' where invoice_id = :id")
                .param("id", UUID.fromString(invoice))
                .update();
        TestDatabase.ownerClient().sql("alter table payment enable trigger facts").update();
    }

    @Test
    void chargeNowPressedTenTimesChargesOnce() {
        String gold = club.joined(maya, club.plan(Map.of()), card(TestCard.VISA));
        Runnable press =
                () ->
                        assertThat(
                                        club.api()
                                                .post("/memberships/" + gold + "/process", "")
                                                .status())
                                .isEqualTo(200);
        assertThat(
                        Race.between(
                                press, press, press, press, press, press, press, press, press,
                                press))
                .allMatch(Optional::isEmpty);
        assertThat(states(club.charges(gold))).containsExactly("paid");
        assertThat(desk.post("/memberships/" + gold + "/processing").status()).isEqualTo(303);
        assertThat(states(club.charges(gold))).containsExactly("paid");
    }

    @Test
    void theJoiningFeeWaitsForAnOrder() {
        String gold = club.joined(maya, club.plan(Map.of("joiningFee", sek("20.00"))), null);
        assertThat(club.get(gold).at("/attention/0").asString()).isEqualTo("setup_unpaid");
        String order = club.charges(gold).getFirst().path("orderId").asString();
        Answer paid =
                club.api()
                        .post(
                                "/orders/" + order + "/payments",
                                Map.of(
                                        "payments",
                                        List.of(Map.of("tender", "cash", "amount", sek("20.00")))));
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        assertThat(club.get(gold).path("state").asString()).isEqualTo("active");
    }

    @Test
    void withoutACardItIsOwed() {
        String gold = club.joined(maya, club.plan(Map.of()), null);
        Club.bill(gold);
        assertThat(states(club.charges(gold))).containsExactly("open");
        assertThat(club.get(gold).at("/attention/0").asString()).isEqualTo("payment_outstanding");
        assertThat(desk.post("/memberships/" + gold + "/processing").status()).isEqualTo(409);
    }

    @Test
    void leavingBeforeTheEndOfTheTermHasAFee() {
        String plan = club.plan(Map.of("term", 12, "leavingFee", sek("30.00")));
        String gold = club.joined(maya, plan, card(TestCard.VISA));
        JsonNode leaving = club.api().get("/memberships/" + gold + "/leaving").json();
        assertThat(leaving.path("why").asString()).isEqualTo("term");
        assertThat(leaving.path("lastDay")).isEqualTo(club.get(gold).path("endsOn"));
        Answer noReason = desk.post("/memberships/" + gold + "/cancellation", "how", "waived");
        assertThat(noReason.status()).isEqualTo(422);
        Answer left =
                club.api().post("/memberships/" + gold + "/cancellation", Map.of("how", "fee"));
        assertThat(left.status()).as(left.toString()).isEqualTo(200);
        assertThat(left.json().path("state").asString()).isEqualTo("cancelled");
        assertThat(states(club.charges(gold))).containsExactly("paid");
        Club.bill(gold);
        assertThat(club.charges(gold)).hasSize(1);
        assertThat(
                        club.api()
                                .post(
                                        "/memberships/" + gold + "/cancellation",
                                        Map.of("how", "fee"))
                                .status())
                .isEqualTo(409);
    }

    @Test
    void leavingWithNoticeChargesUntilItIsOver() {
        String plan = club.plan(Map.of("noticeDays", 40, "leavingFee", sek("30.00")));
        String gold = club.joined(maya, plan, card(TestCard.VISA));
        Answer left = desk.post("/memberships/" + gold + "/cancellation", "how", "period_end");
        assertThat(left.status()).isEqualTo(303);
        JsonNode after = club.get(gold);
        assertThat(after.path("state").asString()).isEqualTo("active");
        assertThat(after.path("nextOn").isNull()).isFalse();
        Club.began(gold, 40);
        Club.bill(gold);
        assertThat(club.charges(gold).size()).isEqualTo(2);
        assertThat(club.get(gold).path("nextOn").isNull()).isTrue();
    }

    @Test
    void somebodyJoinsAtTheDesk() {
        String plan = club.plan(Map.of());
        String form = "/customers/" + maya + "/memberships/new";
        assertThat(desk.get(form).body()).contains("50.00 a month");
        String[] typed = {
            "planId",
            plan,
            "branchId",
            Cast.branch().toString(),
            "startsOn",
            "2020-01-01",
            "note",
            "Asks for tea"
        };
        Answer wrong = desk.post(form, typed);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Asks for tea", "Choose a day from today on");
        typed[5] = "";
        Answer joined = desk.post(form, typed);
        assertThat(joined.status()).as(joined.toString()).isEqualTo(303);
        assertThat(desk.get("/customers/" + maya + "/memberships").body()).contains("Gold");
        assertThat(desk.get("/sales/memberships?state=active").body()).contains("Gold");
        assertThat(desk.get("/customers/" + maya + "/history").body()).contains("Membership added");
    }

    @Test
    void plansAreKeptOnTheirPages() {
        String name = "Silver " + UUID.randomUUID();
        Answer wrong =
                desk.post(
                        "/settings/memberships/new",
                        "name",
                        name,
                        "price",
                        "x",
                        "interval.every",
                        "1",
                        "interval.unit",
                        "month");
        assertThat(wrong.status()).isEqualTo(422);
        Answer added =
                desk.post(
                        "/settings/memberships/new",
                        "name",
                        name,
                        "price",
                        "19",
                        "interval.every",
                        "2",
                        "interval.unit",
                        "week",
                        "term",
                        "6");
        assertThat(added.status()).as(added.toString()).isEqualTo(303);
        assertThat(desk.get("/settings/memberships").body()).contains(name, "19.00 every 2 weeks");
    }
}
