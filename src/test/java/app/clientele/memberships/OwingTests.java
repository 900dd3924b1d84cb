package app.clientele.memberships;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.gateway.Wallet;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.memberships.MembershipBilling.Declined;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Memberships that owe several things, or have paid ahead. */
@ClienteleTest
class OwingTests {
    private final Club club = Club.open();
    private final String maya = club.customer();

    private String card(TestCard kind) {
        Wallet.use("sandbox", 5);
        return new Wallet(club.api()).keep(maya, kind);
    }

    /** A weekly one that nothing was charged for in five weeks. */
    private String behind(TestCard kind) {
        var weekly = Map.of("interval", Map.of("every", 1, "unit", "week"));
        String gold = club.joined(maya, club.plan(weekly), card(kind));
        Club.began(gold, 35);
        Club.bill(gold);
        return gold;
    }

    private List<JsonNode> in(String membership, String state) {
        return club.charges(membership).stream()
                .filter(c -> c.path("state").asString().equals(state))
                .toList();
    }

    private void process(String membership) {
        Answer answer = club.api().post("/memberships/" + membership + "/process", "");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    private void change(String membership, Map<String, ?> what) {
        String path = "/memberships/" + membership;
        Answer changed = club.api().patch(path, club.api().get(path).etag(), what);
        assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    }

    private static List<Declined> toRetry(String membership) {
        return Cast.mia().call(() -> Cast.bean(MembershipBilling.class).toRetry(null)).stream()
                .filter(d -> d.membership().equals(UUID.fromString(membership)))
                .toList();
    }

    private static void triedBefore(JsonNode charge) {
        var owner = TestDatabase.ownerClient();
        owner.sql("alter table payment disable trigger facts").update();
        owner.sql(
                        "update payment set taken_at = taken_at - interval '2 days' where invoice_id = :id")
                .param("id", UUID.fromString(charge.path("invoiceId").asString()))
                .update();
        owner.sql("alter table payment enable trigger facts").update();
    }

    /** As if everything so far had been charged the day before yesterday. */
    private void earlier(String membership) {
        TestDatabase.ownerClient()
                .sql(
                        "update membership_charge set created_at = created_at - interval '2 days' where membership_id = :id")
                .param("id", UUID.fromString(membership))
                .update();
        club.charges(membership).forEach(OwingTests::triedBefore);
    }

    @Test
    void ofSeveralThatWereDeclinedTheOneIsTriedWhoseTurnItIs() {
        String gold = behind(TestCard.DECLINED);
        List<JsonNode> failed = in(gold, "failed");
        assertThat(failed).hasSize(3);
        triedBefore(failed.getFirst());
        List<Declined> turn = toRetry(gold);
        assertThat(turn)
                .extracting(d -> d.id().toString())
                .containsExactly(failed.getFirst().path("id").asString());
        var billing = Cast.bean(MembershipBilling.class);
        Cast.mia().run(() -> turn.forEach(billing::retry));
        // a list that is old by now: it was just tried
        Cast.mia().run(() -> turn.forEach(billing::retry));
        assertThat(in(gold, "failed").stream().map(c -> c.path("attempts").size()))
                .containsExactly(2, 1, 1);
        assertThat(toRetry(gold)).isEmpty();
    }

    @Test
    void whatWasMissedIsChargedWhenSomebodyAsksAndThenNothingNeedsAttention() {
        String gold = behind(TestCard.VISA);
        assertThat(in(gold, "skipped")).hasSize(3);
        IntStream.range(0, 10).forEach(i -> process(gold));
        assertThat(in(gold, "paid")).hasSize(6);
        assertThat(club.charges(gold)).hasSize(6);
        assertThat(club.get(gold).path("state").asString()).isEqualTo("active");
    }

    @Test
    void whoeverPaysWhatWasDeclinedDoesNotPayAheadByPressingTwice() {
        String gold = club.joined(maya, club.plan(Map.of()), card(TestCard.DECLINED));
        Club.bill(gold);
        earlier(gold);
        change(gold, Map.of("cardId", card(TestCard.VISA)));
        IntStream.range(0, 10).forEach(i -> process(gold));
        assertThat(club.charges(gold)).hasSize(1);
        assertThat(in(gold, "paid")).hasSize(1);
    }

    @Test
    void whatIsPaidAheadIsUsedBeforeOneLeaves() {
        String gold = club.joined(maya, club.plan(Map.of()), card(TestCard.VISA));
        Club.bill(gold);
        earlier(gold);
        process(gold);
        assertThat(club.charges(gold)).hasSize(2);
        assertThat(lastDay(gold)).isEqualTo(next(gold).minusDays(1));
    }

    @Test
    void anotherDayForTheNextChargeIsNotAnotherCharge() {
        String gold = club.joined(maya, club.plan(Map.of()), card(TestCard.VISA));
        Club.bill(gold);
        change(gold, Map.of("nextOn", next(gold).minusDays(7).toString()));
        assertThat(lastDay(gold)).isEqualTo(next(gold).minusDays(1));
    }

    private LocalDate next(String membership) {
        return LocalDate.parse(club.get(membership).path("nextOn").asString());
    }

    private LocalDate lastDay(String membership) {
        return LocalDate.parse(
                club.api()
                        .get("/memberships/" + membership + "/leaving")
                        .json()
                        .path("lastDay")
                        .asString());
    }
}
