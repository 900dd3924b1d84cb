package app.clientele.memberships;

import static app.clientele.memberships.Club.sek;
import static app.clientele.sales.Till.reason;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.calendar.Diary;
import app.clientele.gateway.Wallet;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.sales.Till;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Memberships that stand still, and go on with another plan. */
@ClienteleTest
class PauseTests {
    private final Club club = Club.open();
    private final Till till = Till.open();
    private final Diary diary = Diary.plain();
    private final PageClient desk = Cast.mia().pages();
    private final String maya = club.customer();

    private String card(TestCard kind) {
        Wallet.use("sandbox", 5);
        return new Wallet(club.api()).keep(maya, kind);
    }

    private Map<String, Object> gold(Map<String, ?> more) {
        Map<String, Object> plan =
                new HashMap<>(
                        Map.of(
                                "interval",
                                Map.of("every", 1, "unit", "week"),
                                "benefits",
                                Map.of(
                                        "visits",
                                        List.of(Map.of("serviceId", diary.service(), "visits", 2)),
                                        "productDiscount",
                                        10)));
        plan.putAll(more);
        return plan;
    }

    private String member(Map<String, ?> more, TestCard kind) {
        String gold = club.joined(maya, club.plan(gold(more)), card(kind));
        Club.bill(gold);
        return gold;
    }

    private Answer pause(String membership, Map<String, ?> how) {
        return club.api().post("/memberships/" + membership + "/pause", how);
    }

    private static List<String> states(List<JsonNode> charges) {
        return charges.stream().map(c -> c.path("state").asString()).toList();
    }

    private String price(Map<String, ?> line) {
        JsonNode order = till.made("/orders", Till.order(maya, List.of(line)));
        return Till.amount(order.path("totals"), "total");
    }

    @Test
    void periodsThatArePausedAreNotChargedAndItGoesOnByItself() {
        String gold = member(Map.of("term", 4), TestCard.VISA);
        LocalDate end = LocalDate.parse(club.get(gold).path("endsOn").asString());
        Answer paused = pause(gold, Map.of("periods", 2, "reason", "Far away"));
        assertThat(paused.status()).as(paused.toString()).isEqualTo(200);
        assertThat(paused.json().path("state").asString()).isEqualTo("active"); // paid for still
        assertThat(reason(pause(gold, Map.of()))).isEqualTo("membership_paused");
        Club.aged(gold, 7);
        Club.bill(gold);
        assertThat(club.get(gold).path("state").asString()).isEqualTo("paused");
        assertThat(club.get(gold).path("attention").isEmpty()).isTrue();
        yesterday(gold);
        assertThat(reason(club.api().post("/memberships/" + gold + "/process", "")))
                .isEqualTo("membership_paused");
        assertThat(price(Map.of("productId", till.product("20.00")))).isEqualTo("20.00");
        assertThat(price(Map.of("serviceId", diary.service()))).isEqualTo("60.00");
        assertThat(desk.get("/memberships/" + gold).body())
                .contains("charged again on", "nothing may be used meanwhile", "Resume");
        Club.aged(gold, 14);
        Club.bill(gold);
        assertThat(states(club.charges(gold))).containsExactly("paid", "paused", "paused", "paid");
        JsonNode after = club.get(gold);
        assertThat(after.path("state").asString()).isEqualTo("active");
        assertThat(after.path("endsOn").asString())
                .isEqualTo(end.plusWeeks(2).minusDays(21).toString());
        assertThat(price(Map.of("serviceId", diary.service()))).isEqualTo("0.00");
    }

    @Test
    void untilItIsResumedWithWhatTheyHave() {
        String gold = member(Map.of(), TestCard.VISA);
        Map<String, Object> open = Map.of("access", true);
        assertThat(pause(gold, open).status()).isEqualTo(200);
        Club.aged(gold, 8);
        Club.bill(gold);
        assertThat(club.get(gold).path("state").asString()).isEqualTo("paused");
        assertThat(price(Map.of("productId", till.product("20.00")))).isEqualTo("18.00");
        Answer late = change(gold, Map.of("nextOn", LocalDate.now().plusDays(20).toString()));
        assertThat(late.status()).isEqualTo(422);
        assertThat(desk.post("/memberships/" + gold + "/resumption").status()).isEqualTo(303);
        assertThat(desk.post("/memberships/" + gold + "/resumption").status()).isEqualTo(409);
        assertThat(club.get(gold).at("/pause/resumesOn").asString())
                .isEqualTo(club.get(gold).path("nextOn").asString());
        Club.aged(gold, 7);
        Club.bill(gold);
        assertThat(states(club.charges(gold))).containsExactly("paid", "paused", "paid");
        assertThat(club.get(gold).path("state").asString()).isEqualTo("active");
        assertThat(events(gold)).containsExactly("resumed", "paused");
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(gold)))
                .contains("update by Mia Okafor: resumes_on=null, pause_until=null");
    }

    private List<String> events(String membership) {
        return club.api()
                .get("/memberships/" + membership + "/events")
                .json()
                .path("items")
                .valueStream()
                .map(e -> e.path("kind").asString())
                .toList();
    }

    private Answer change(String membership, Map<String, ?> what) {
        String path = "/memberships/" + membership;
        return club.api().patch(path, club.api().get(path).etag(), what);
    }

    @Test
    void whatIsResumedBeforeItBeganIsAsIfThereHadBeenNone() {
        String gold = member(Map.of(), TestCard.VISA);
        Answer wrong = desk.post("/memberships/" + gold + "/pause", "periods", "0");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(desk.post("/memberships/" + gold + "/pause", "periods", "3").status())
                .isEqualTo(303);
        assertThat(club.api().post("/memberships/" + gold + "/resumption", "").status())
                .isEqualTo(200);
        assertThat(club.get(gold).path("pause").isNull()).isTrue();
        Club.aged(gold, 7);
        Club.bill(gold);
        assertThat(states(club.charges(gold))).containsExactly("paid", "paid");
    }

    @Test
    void pausedAndChargedAtOnceIsOneOrTheOther() {
        for (int i = 0; i < 4; i++) {
            String gold = member(Map.of(), TestCard.VISA);
            Club.aged(gold, 7);
            List<Optional<Throwable>> ends =
                    Race.between(() -> Club.bill(gold), () -> pause(gold, Map.of("periods", 1)));
            assertThat(ends).allMatch(Optional::isEmpty);
            Club.bill(gold);
            assertThat(club.charges(gold)).hasSize(2);
            assertThat(states(club.charges(gold)).getFirst()).isIn("paid", "paused");
        }
    }

    private JsonNode preview(String membership, String plan, String when) {
        Answer answer =
                club.api()
                        .get(
                                "/memberships/%s/plan-change?planId=%s&when=%s"
                                        .formatted(membership, plan, when));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void anotherPlanAtOnceCreditsWhatIsNotUsed() {
        String gold = member(Map.of("price", sek("70.00")), TestCard.VISA);
        Club.aged(gold, 2);
        String platinum =
                club.plan(gold(Map.of("price", sek("120.00"), "name", "P " + UUID.randomUUID())));
        JsonNode told = preview(gold, platinum, "now");
        assertThat(Till.amount(told.path("unused"), "amount")).isEqualTo("50.00"); // 5 of 7 days
        assertThat(Till.amount(told, "toPay")).isEqualTo("70.00");
        assertThat(desk.get("/memberships/" + gold + "/plan?planId=" + platinum).body())
                .contains("5 of 7 days and 2 of 2 visits", "Change now", "Change then");
        Answer changed =
                desk.post("/memberships/" + gold + "/plan", "planId", platinum, "when", "now");
        assertThat(changed.status()).as(changed.body()).isEqualTo(303);
        JsonNode after = club.get(gold);
        assertThat(after.path("planId").asString()).isEqualTo(platinum);
        JsonNode charge = club.charges(gold).getFirst();
        assertThat(charge.path("state").asString()).isEqualTo("paid");
        assertThat(charge.path("attempts").valueStream().map(a -> a.path("tender").asString()))
                .containsExactly("account_credit", "card_on_file");
        assertThat(after.path("nextOn").asString())
                .isEqualTo(LocalDate.parse(charge.path("until").asString()).plusDays(1).toString());
        assertThat(visits()).isEqualTo(2); // those of the first period are gone
        assertThat(events(gold)).containsExactly("plan_changed");
        plan(gold, platinum, "now", 422);
    }

    private Answer plan(String membership, String plan, String when, int status) {
        Answer answer =
                club.api()
                        .post(
                                "/memberships/" + membership + "/plan-change",
                                Map.of("planId", plan, "when", when));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        return answer;
    }

    private int visits() {
        return club.api()
                .get("/customers/" + maya + "/credits")
                .json()
                .path("items")
                .valueStream()
                .mapToInt(c -> c.path("left").asInt())
                .sum();
    }

    @Test
    void visitsThatWereUsedArePaidFor() {
        String gold = member(Map.of("price", sek("70.00")), TestCard.VISA);
        till.paid(
                till.made(
                        "/orders", Till.order(maya, List.of(Map.of("serviceId", diary.service())))),
                Till.paying());
        String other = club.plan(Map.of("price", sek("10.00")));
        JsonNode told = preview(gold, other, "now");
        assertThat(Till.amount(told.path("unused"), "amount")).isEqualTo("35.00");
        plan(gold, other, "now", 200);
        assertThat(
                        Till.amount(
                                club.api()
                                        .get("/customers/" + maya + "/account-credit/balance")
                                        .json(),
                                "balance"))
                .isEqualTo("25.00");
    }

    @Test
    void anotherPlanFromTheNextPeriodCanBeTakenBack() {
        String gold = member(Map.of(), TestCard.VISA);
        String yearly =
                club.plan(
                        Map.of(
                                "price",
                                sek("300.00"),
                                "interval",
                                Map.of("every", 1, "unit", "year"),
                                "term",
                                2));
        plan(gold, yearly, "next_period", 200);
        assertThat(desk.get("/memberships/" + gold).body()).contains("Stay with");
        assertThat(desk.post("/memberships/" + gold + "/plan/keeping").status()).isEqualTo(303);
        assertThat(Till.reason(club.api().delete("/memberships/" + gold + "/plan-change")))
                .isEqualTo("membership_no_change");
        plan(gold, yearly, "next_period", 200);
        Club.aged(gold, 7);
        assertThat(
                        Race.between(
                                () -> Club.bill(gold),
                                () -> Club.bill(gold),
                                () -> Club.bill(gold)))
                .allMatch(Optional::isEmpty);
        JsonNode after = club.get(gold);
        assertThat(after.path("planId").asString()).isEqualTo(yearly);
        assertThat(club.charges(gold)).hasSize(2);
        LocalDate from = LocalDate.parse(club.charges(gold).getFirst().path("from").asString());
        assertThat(after.path("nextOn").asString()).isEqualTo(from.plusYears(1).toString());
        assertThat(after.path("endsOn").asString())
                .isEqualTo(from.plusYears(2).minusDays(1).toString());
        assertThat(events(gold))
                .containsExactly("plan_changed", "plan_planned", "plan_kept", "plan_planned");
    }

    @Test
    void nothingIsChangedAtOnceWhileItIsOwed() {
        String gold = member(Map.of(), TestCard.DECLINED);
        String other = club.plan(Map.of());
        assertThat(Till.reason(plan(gold, other, "now", 409))).isEqualTo("membership_owed");
        assertThat(desk.get("/memberships/" + gold + "/plan?planId=" + other).body())
                .contains("is not paid yet", "Change then")
                .doesNotContain("Change now");
    }

    @Test
    void whatIsNotDueIsNotOwedByAPress() {
        String gold = club.joined(maya, club.plan(gold(Map.of())), null);
        Club.bill(gold);
        String invoice = club.charges(gold).getFirst().path("invoiceId").asString();
        String order = till.api().get("/invoices/" + invoice).json().path("orderId").asString();
        till.paid(till.api().get("/orders/" + order).json(), Till.paying(Till.cash("50.00")));
        Club.aged(gold, 3);
        yesterday(gold);
        assertThat(reason(club.api().post("/memberships/" + gold + "/process", "")))
                .isEqualTo("membership_no_card");
        assertThat(club.charges(gold)).hasSize(1);
    }

    /** As if it had been charged the day before. */
    private static void yesterday(String membership) {
        app.clientele.TestDatabase.ownerClient()
                .sql(
                        """
                        update membership_charge set created_at = created_at - interval '3 days' where membership_id = '%1$s';
                        do $$ begin perform set_config('app.erasing', 'yes', true);
                        update payment p set taken_at = taken_at - interval '3 days' from invoice i join membership_charge c on c.order_id = i.order_id
                        where c.membership_id = '%1$s' and p.invoice_id = i.id; end $$
                        """
                                .formatted(membership))
                .update();
    }

    @Test
    void anotherDayMovesTheEndOfTheTerm() {
        String gold = member(Map.of("term", 2), TestCard.VISA);
        LocalDate next = LocalDate.parse(club.get(gold).path("nextOn").asString());
        Answer later = change(gold, Map.of("nextOn", next.plusDays(20).toString()));
        assertThat(later.status()).as(later.toString()).isEqualTo(200);
        assertThat(later.json().path("endsOn").asString()).isEqualTo(next.plusDays(26).toString());
    }

    @Test
    void pressesDoNotUseUpTheSchedule() {
        String gold = member(Map.of(), TestCard.DECLINED);
        for (int i = 0; i < 3; i++) {
            club.api().post("/memberships/" + gold + "/process", "");
        }
        yesterday(gold);
        String charge = club.charges(gold).getFirst().path("id").asString();
        assertThat(club.charges(gold).getFirst().path("attempts").size()).isEqualTo(4);
        assertThat(
                        Cast.mia()
                                .call(() -> Cast.bean(MembershipBilling.class).toRetry(null))
                                .stream()
                                .map(d -> d.id().toString()))
                .contains(charge);
    }

    @Test
    void whatWasNotChargedOnItsDayIsTold() {
        String gold = member(Map.of(), TestCard.VISA);
        Club.aged(gold, 9);
        assertThat(club.get(gold).at("/attention/0").asString()).isEqualTo("not_charged");
        Club.bill(gold);
        assertThat(club.get(gold).path("attention").isEmpty()).isTrue();
    }

    @Test
    void theDaysOfTryingAgainAreTheBusinesss() {
        String etag = club.api().get("/membership-settings").etag();
        assertThat(
                        club.api()
                                .patch(
                                        "/membership-settings",
                                        etag,
                                        Map.of("retryDays", List.of(0)))
                                .status())
                .isEqualTo(422);
        Answer wrong = desk.post("/settings/memberships", "retryDays", "soon", "_version", "1");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"soon\"");
        Answer saved =
                desk.post(
                        "/settings/memberships",
                        "retryDays",
                        "2, 5",
                        "_version",
                        etag.replace("\"", ""));
        assertThat(saved.status()).as(saved.body()).isEqualTo(303);
        assertThat(club.api().get("/membership-settings").json().path("retryDays").toString())
                .isEqualTo("[2,5]");
        club.api()
                .patch(
                        "/membership-settings",
                        club.api().get("/membership-settings").etag(),
                        Map.of("retryDays", List.of(1, 3, 7)));
    }
}
