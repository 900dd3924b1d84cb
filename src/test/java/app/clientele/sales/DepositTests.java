package app.clientele.sales;

import static app.clientele.sales.Till.amount;
import static app.clientele.sales.Till.cash;
import static app.clientele.sales.Till.paying;
import static app.clientele.sales.Till.reason;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.calendar.Diary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Deposits: proposed when somebody books, credit once they are paid, offered at the visit. */
@ClienteleTest
class DepositTests {
    private final Till till = Till.open();
    private final Diary diary = Diary.plain();
    private final PageClient desk = Cast.mia().pages();
    private final String maya = till.customer("Maya");

    @BeforeEach
    void aThirdOfSixtyIsAskedFor() {
        till.made(
                "/fee-rules",
                Map.of(
                        "kind",
                        "deposit",
                        "percent",
                        33.335,
                        "serviceIds",
                        List.of(diary.service()),
                        "taxed",
                        true));
    }

    private String booked() {
        return diary.booked(maya, Cast.paul(), Diary.freshDay());
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private JsonNode fee(String visit) {
        return till.api().get("/fees?appointment=" + id(visit)).json().at("/items/0");
    }

    private static String path(JsonNode fee) {
        return "/fees/" + fee.path("id").asString();
    }

    /** Paid in cash at the desk; its invoice. */
    private JsonNode paid(String visit) {
        String order = id(desk.post(path(fee(visit)) + "/charging", "by", "desk").location());
        Answer paid = till.api().post("/orders/" + order + "/payments", paying(cash("20.00")));
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        return paid.json();
    }

    private String credit() {
        return amount(
                till.api().get("/customers/" + maya + "/account-credit/balance").json(), "balance");
    }

    @Test
    void itIsAskedForOnceAndNotAfterTheVisitWasCalledOff() {
        String visit = booked();
        JsonNode fee = fee(visit);
        assertThat(fee.path("kind").asString()).isEqualTo("deposit");
        assertThat(amount(fee, "amount")).isEqualTo("20.00");
        assertThat(fee.path("taxed").asBoolean()).isFalse();
        assertThat(till.api().post(visit + "/confirmation", "").status()).isEqualTo(200);
        assertThat(till.api().get("/fees?appointment=" + id(visit)).json().path("items").size())
                .isEqualTo(1);
        assertThat(till.api().post(visit + "/cancellation", Map.of("late", false)).status())
                .isEqualTo(200);
        assertThat(fee(visit).path("state").asString()).isEqualTo("withdrawn");
    }

    @Test
    void onceItIsPaidItIsCreditAndOfferedAtTheVisit() {
        String visit = booked();
        JsonNode invoice = paid(visit);
        assertThat(amount(invoice, "tax")).isEqualTo("0.00");
        assertThat(credit()).isEqualTo("20.00");
        assertThat(amount(fee(visit), "creditLeft")).isEqualTo("20.00");
        assertThat(desk.get("/customers/" + maya + "/account-credit").body())
                .contains("Deposit: Facial");
        String order = desk.post("/orders", "appointment", id(visit)).location();
        String page = order.replaceAll("https?://[^/]+", "");
        String body = desk.get(page).body();
        assertThat(body).contains("was paid: it stands among the account credit");
        assertThat(body).containsPattern("value=\"account_credit\"[^>]*checked");
    }

    @Test
    void whatGoesBackTakesTheCreditWithIt() {
        String visit = booked();
        JsonNode invoice = paid(visit);
        JsonNode payment = till.payments(maya, invoice).getFirst();
        assertThat(till.refund(payment, "5.00").status()).isEqualTo(201);
        assertThat(credit()).isEqualTo("15.00");
        JsonNode bought = till.order(maya, "10.00");
        till.paid(bought, paying(Map.of("tender", "account_credit", "amount", Till.sek("10.00"))));
        assertThat(reason(till.refund(payment, "6.00"))).isEqualTo("deposit_spent");
        assertThat(till.refund(payment, "5.00").status()).isEqualTo(201);
        assertThat(credit()).isEqualTo("0.00");
    }

    @Test
    void voidedItIsAskedForAnew() {
        String visit = booked();
        JsonNode invoice = paid(visit);
        Answer gone =
                till.api()
                        .post(
                                "/invoices/" + invoice.path("id").asString() + "/voiding",
                                Map.of("reason", "Wrong card"));
        assertThat(gone.status()).as(gone.toString()).isLessThan(300);
        assertThat(credit()).isEqualTo("0.00");
        assertThat(fee(visit).path("state").asString()).isEqualTo("proposed");
        assertThat(till.api().get("/verification").json().path("sound").asBoolean()).isTrue();
    }

    @Test
    void itIsNotPaidForWithAGiftCard() {
        JsonNode fee = fee(booked());
        String order = id(desk.post(path(fee) + "/charging", "by", "desk").location());
        Answer refused =
                till.api()
                        .post(
                                "/orders/" + order + "/payments",
                                paying(
                                        Map.of(
                                                "tender",
                                                "gift_card",
                                                "amount",
                                                Till.sek("20.00"),
                                                "reference",
                                                "ABCD-EFGH-JKLM-NPQR")));
        assertThat(reason(refused)).isEqualTo("gift_card_for_gift_card");
    }
}
