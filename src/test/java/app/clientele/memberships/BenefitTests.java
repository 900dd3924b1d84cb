package app.clientele.memberships;

import static app.clientele.sales.Till.amount;
import static app.clientele.sales.Till.cash;
import static app.clientele.sales.Till.paying;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.calendar.Diary;
import app.clientele.sales.Till;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What memberships bring: visits each period, and less to pay. */
@ClienteleTest
class BenefitTests {
    private final Club club = Club.open();
    private final Till till = Till.open();
    private final Diary diary = Diary.plain();
    private final PageClient desk = Cast.mia().pages();
    private final String maya = club.customer();

    private Map<String, ?> brings(Map<String, ?> more) {
        var visits = List.of(Map.of("serviceId", diary.service(), "visits", 2));
        var benefits = new java.util.HashMap<String, Object>(Map.of("visits", visits));
        benefits.putAll(more);
        return Map.of("benefits", benefits);
    }

    private List<JsonNode> credits() {
        return till.api()
                .get("/customers/" + maya + "/credits?all=true")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private JsonNode order(Map<String, ?>... lines) {
        return till.made("/orders", Till.order(maya, List.of(lines)));
    }

    @Test
    void eachPeriodBringsItsVisitsOnce() {
        String gold = club.joined(maya, club.plan(brings(Map.of("carriedPeriods", 1))), null);
        Club.began(gold, 40);
        Club.bill(gold);
        Club.bill(gold);
        List<JsonNode> credits = credits();
        assertThat(credits).hasSize(2).allMatch(c -> c.path("visits").asInt() == 2);
        assertThat(credits).allMatch(c -> c.path("membershipId").asString().equals(gold));
        List<JsonNode> charges = club.charges(gold);
        LocalDate until = LocalDate.parse(charges.getFirst().path("until").asString());
        assertThat(credits.getFirst().path("expiresOn").asString())
                .isEqualTo(until.plusMonths(1).toString());
        // what is lost first is used first
        JsonNode order = order(Map.of("serviceId", diary.service()));
        assertThat(amount(order.path("totals"), "total")).isEqualTo("0.00");
        till.paid(order, paying());
        assertThat(credits().getLast().path("left").asInt()).isEqualTo(1);
        assertThat(desk.get("/customers/" + maya + "/packages").body()).contains("1 of 2 left");
        assertThat(desk.get("/memberships/" + gold).body()).contains("2 ×");
    }

    @Test
    void whatWasChargedAheadMayBeUsedFromItsFirstDay() {
        String gold = club.joined(maya, club.plan(brings(Map.of("carriedForever", true))), null);
        Club.bill(gold);
        Club.began(gold, 1);
        till.api().post("/memberships/" + gold + "/process", "");
        List<JsonNode> credits = credits();
        assertThat(credits).isNotEmpty();
        assertThat(credits.getFirst().path("expiresOn").isNull()).isTrue();
    }

    @Test
    void membersPayLess() {
        String product = till.product("19.99");
        club.joined(
                maya,
                club.plan(
                        Map.of("benefits", Map.of("serviceDiscount", 12.5, "productDiscount", 10))),
                null);
        JsonNode order = order(Map.of("productId", product), Map.of("serviceId", diary.service()));
        assertThat(amount(order.at("/lines/0"), "price")).isEqualTo("17.99");
        assertThat(order.at("/lines/0/priceSource").asString()).isEqualTo("member");
        assertThat(amount(order.at("/lines/1"), "price")).isEqualTo("52.50");
        String page = desk.get("/orders/" + order.path("id").asString()).body();
        assertThat(page).contains("Gold").doesNotContain("Pay otherwise");
        till.paid(order, paying(cash(amount(order.path("totals"), "total"))));
    }

    @Test
    void whoIsNoMemberAnyMorePaysAsEverybody() {
        String product = till.product("20.00");
        String gold =
                club.joined(
                        maya, club.plan(Map.of("benefits", Map.of("productDiscount", 50))), null);
        assertThat(amount(order(Map.of("productId", product)).path("totals"), "total"))
                .isEqualTo("10.00");
        Answer left =
                till.api()
                        .post(
                                "/memberships/" + gold + "/cancellation",
                                Map.of("how", "waived", "reason", "Moves"));
        assertThat(left.status()).as(left.toString()).isEqualTo(200);
        assertThat(amount(order(Map.of("productId", product)).path("totals"), "total"))
                .isEqualTo("20.00");
    }

    @Test
    void thePlanSaysWhatItBrings() {
        String plan = club.plan(brings(Map.of("serviceDiscount", 5)));
        String form = desk.get("/settings/memberships/" + plan).body();
        assertThat(form).contains("benefits.visits[0].serviceId", "value=\"2\"", "value=\"5\"");
        Answer wrong =
                desk.post(
                        "/settings/memberships/" + plan,
                        "_version",
                        "1",
                        "name",
                        "Gold",
                        "price",
                        "5",
                        "interval.every",
                        "1",
                        "interval.unit",
                        "month",
                        "benefits.visits[3].visits",
                        "7",
                        "benefits.serviceDiscount",
                        "120");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"7\"", "value=\"120\"");
    }
}
