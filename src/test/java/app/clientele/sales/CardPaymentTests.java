package app.clientele.sales;

import static app.clientele.sales.Till.amount;
import static app.clientele.sales.Till.paying;
import static app.clientele.sales.Till.reason;
import static app.clientele.sales.Till.sek;
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
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sales paid by cards on file, through the sandbox. */
@ClienteleTest
class CardPaymentTests {
    private final Till till = Till.open();
    private final Wallet wallet = new Wallet(till.api());
    private final PageClient desk = Cast.mia().pages();
    private final PageClient phone = PageClient.stranger();

    @BeforeEach
    void sandbox() {
        Wallet.use("sandbox", 5);
    }

    private static Map<String, Object> by(String card, String amount) {
        return Map.of("tender", "card_on_file", "amount", sek(amount), "reference", card);
    }

    private record Sale(String customer, JsonNode invoice) {}

    private Sale sold(TestCard kind, String... headers) {
        String maya = till.customer("Maya");
        String card = wallet.keep(maya, kind);
        JsonNode order = till.order(maya, "100.00");
        Answer paid = till.pay(order, paying(by(card, "100.00")), headers);
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        return new Sale(maya, paid.json());
    }

    private JsonNode last(Sale sale) {
        return till.payments(sale.customer(), sale.invoice()).getLast();
    }

    private static String state(JsonNode payment) {
        return payment.path("state").asString();
    }

    private String page(Sale sale) {
        return "/invoices/" + sale.invoice().path("id").asString();
    }

    @Test
    void aGoodCardPays() {
        Sale sale = sold(TestCard.VISA);
        assertThat(sale.invoice().path("status").asString()).isEqualTo("paid");
        assertThat(last(sale).path("card").asString()).isEqualTo("Visa ···· 4242");
        assertThat(desk.get(page(sale)).body()).contains("Visa ···· 4242", "Paid");
        assertThat(desk.get("/customers/" + sale.customer() + "/payments").body())
                .contains("Visa ···· 4242");
        Answer unknown =
                till.pay(
                        till.order(sale.customer(), "5.00"),
                        paying(by(UUID.randomUUID().toString(), "5.00")));
        assertThat(unknown.status()).isEqualTo(422);
    }

    @Test
    void aDeclinedCardLeavesItOwedAndAnotherPays() {
        Sale sale = sold(TestCard.INSUFFICIENT_FUNDS);
        assertThat(sale.invoice().path("status").asString()).isEqualTo("open");
        assertThat(last(sale).path("failure").asString()).isEqualTo("insufficient_funds");
        Answer shown = desk.get(page(sale));
        assertThat(shown.body()).contains("There is not enough money.", "To pay: ", "Failed");
        String other = wallet.keep(sale.customer(), TestCard.MASTERCARD);
        String submission = UUID.randomUUID().toString();
        String[] again = {"by", "card_on_file." + other, "submission", submission};
        assertThat(desk.post(page(sale) + "/payments", again).status()).isEqualTo(303);
        assertThat(desk.post(page(sale) + "/payments", again).status()).isEqualTo(303);
        assertThat(till.invoice(sale.invoice()).path("status").asString()).isEqualTo("paid");
        assertThat(till.payments(sale.customer(), sale.invoice())).hasSize(2);
    }

    @Test
    void whatIsOnItsWayIsNotTakenAgainAndCanBeLetGoOf() {
        Sale sale = sold(TestCard.THREE_D_SECURE);
        assertThat(amount(sale.invoice(), "owed")).isEqualTo("100.00");
        assertThat(amount(sale.invoice(), "onItsWay")).isEqualTo("100.00");
        Answer twice = desk.post(page(sale) + "/payments", "by", "cash");
        assertThat(twice.status()).isEqualTo(422);
        Answer voided = desk.post(page(sale) + "/void", "reason", "x");
        assertThat(voided.status()).isEqualTo(409);
        String payment = "/payments/" + last(sale).path("id").asString() + "/cancellation";
        assertThat(desk.post(payment).status()).isEqualTo(303);
        assertThat(state(last(sale))).isEqualTo("failed");
        assertThat(desk.post(page(sale) + "/payments", "by", "cash").status()).isEqualTo(303);
        assertThat(reason(till.api().post(payment, ""))).isEqualTo("payment_settled");
    }

    @Test
    void theCustomerConfirmsAtTheirBank() {
        Sale sale = sold(TestCard.THREE_D_SECURE);
        assertThat(desk.get(page(sale)).body()).contains("class=\"qr\"", "hx-trigger=\"every 4s\"");
        String link = last(sale).path("confirmUrl").asString().replaceAll("https?://[^/]+", "");
        assertThat(phone.get(link).body()).contains("Sandbox.", "100");
        Answer done = phone.post(link + "/decision", "answer", "approve");
        assertThat(phone.get(Wallet.path(done)).body()).contains("Thank you");
        assertThat(state(last(sale))).isEqualTo("taken");
        assertThat(till.invoice(sale.invoice()).path("status").asString()).isEqualTo("paid");
        assertThat(phone.get(link).status()).isEqualTo(410);

        Sale denied = sold(TestCard.THREE_D_SECURE);
        String no = last(denied).path("confirmUrl").asString().replaceAll("https?://[^/]+", "");
        Answer refused = phone.post(no + "/decision", "answer", "deny");
        assertThat(phone.get(Wallet.path(refused)).body()).contains("did not go through");
        assertThat(last(denied).path("failure").asString()).isEqualTo("not_confirmed");
    }

    @Test
    void whatTakesItsTimeIsFoundOut() {
        Sale sale = sold(TestCard.DELAYED);
        assertThat(state(last(sale))).isEqualTo("pending");
        Wallet.check();
        assertThat(state(last(sale))).isEqualTo("taken");
    }

    @Test
    void halfGoesBackAndNeverMoreThanCame() {
        Sale sale = sold(TestCard.VISA);
        JsonNode payment = last(sale);
        Answer half = till.refund(payment, "50.00");
        assertThat(half.status()).as(half.toString()).isEqualTo(201);
        assertThat(state(half.json())).isEqualTo("taken");
        JsonNode invoice = till.invoice(sale.invoice());
        assertThat(amount(invoice, "refunded")).isEqualTo("50.00");
        assertThat(amount(invoice, "credited")).isEqualTo("50.00");
        Runnable[] thirty =
                IntStream.range(0, 30)
                        .mapToObj(i -> (Runnable) () -> till.refund(payment, "5.00"))
                        .toArray(Runnable[]::new);
        Race.between(thirty);
        assertThat(amount(till.invoice(sale.invoice()), "refunded")).isEqualTo("100.00");
        assertThat(till.invoice(sale.invoice()).path("status").asString()).isEqualTo("refunded");
        assertThat(returned(payment)).isEqualTo(10_000);
    }

    /** What the gateway gave back, by its own books. */
    private static long returned(JsonNode payment) {
        return TestDatabase.ownerClient()
                .sql(
                        """
                        select coalesce(sum(r.amount_minor), 0)::bigint from sandbox_entry r
                        join sandbox_entry c on c.id = r.of_id and c.client_id = :id where r.state = 'succeeded'
                        """)
                .param("id", UUID.fromString(payment.path("id").asString()))
                .query(Long.class)
                .single();
    }

    @Test
    void aRefundThatFailsLaterTakesNothingOffTheInvoice() {
        Sale sale = sold(TestCard.REFUND_FAILS);
        JsonNode payment = last(sale);
        Answer back = till.refund(payment, "60.00");
        assertThat(state(back.json())).isEqualTo("pending");
        assertThat(reason(till.refund(payment, "50.00"))).isEqualTo("refund_exceeds_payment");
        Wallet.check();
        assertThat(state(last(sale))).isEqualTo("failed");
        assertThat(amount(till.invoice(sale.invoice()), "credited")).isEqualTo("0.00");
        assertThat(
                        amount(
                                till.api().get("/payments/" + payment.path("id").asString()).json(),
                                "refundable"))
                .isEqualTo("100.00");
    }

    @Test
    void aDisputeIsShownUntilSomebodySaysTheyKnow() {
        Sale sale = sold(TestCard.DISPUTED);
        assertThat(last(sale).at("/dispute/state").asString()).isEqualTo("open");
        assertThat(desk.get(page(sale)).body()).contains("Disputed", "I know of it");
        assertThat(desk.get("/today").body()).contains("Disputed payments");
        desk.post("/payments/" + last(sale).path("id").asString() + "/dispute");
        assertThat(desk.get(page(sale)).body()).contains("Disputed").doesNotContain("I know of it");
    }

    @Test
    void sentTwiceWithOneKeyItIsChargedOnceInTheBackground() {
        String maya = till.customer("Maya");
        String card = wallet.keep(maya, TestCard.VISA);
        JsonNode order = till.order(maya, "100.00");
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        var how = paying(by(card, "100.00"));
        Runnable pay = () -> till.pay(order, how, key);
        Race.between(pay, pay, pay, pay, pay, pay, pay, pay);
        JsonNode invoice = till.pay(order, how, key).json();
        Wallet.check();
        List<JsonNode> payments = till.payments(maya, invoice);
        assertThat(payments).hasSize(1);
        assertThat(state(payments.getFirst())).isEqualTo("taken");
    }

    @Test
    void severalTendersAndAnEarlierDebtArePaidTogether() {
        String maya = till.customer("Maya");
        String card = wallet.keep(maya, TestCard.VISA);
        JsonNode order = till.order(maya, "100.00");
        JsonNode invoice = till.paid(order, paying(Till.cash("40.00"), by(card, "60.00")));
        assertThat(invoice.path("status").asString()).isEqualTo("paid");
        String typed = till.order(maya, "20.00").path("id").asString();
        String sheet = desk.get("/orders/" + typed).body();
        assertThat(sheet).contains("value=\"card_on_file." + card);
        Answer all =
                desk.post(
                        "/orders/" + typed + "/payments",
                        "all",
                        "card_on_file." + card,
                        "_version",
                        "1");
        assertThat(desk.get(Wallet.path(all)).body()).contains("Paid");
    }
}
