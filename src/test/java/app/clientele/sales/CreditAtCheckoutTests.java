package app.clientele.sales;

import static app.clientele.sales.Till.amount;
import static app.clientele.sales.Till.cash;
import static app.clientele.sales.Till.paying;
import static app.clientele.sales.Till.sek;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.gateway.Wallet;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.ledger.Expiring;
import app.clientele.sales.books.Books;
import app.clientele.sales.books.Books.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Credit beside other ways of paying, at the desk and when those fail; the books agree always. */
@ClienteleTest
class CreditAtCheckoutTests {
    private final Till till = Till.open();
    private final Wallet wallet = new Wallet(till.api());
    private final PageClient desk = Cast.mia().pages();
    private final String maya = till.customer("Maya");

    @AfterEach
    void theBooksAgree() {
        List<Finding> findings = Cast.mia().call(() -> Cast.bean(Books.class).verify().findings());
        assertThat(findings).isEmpty();
    }

    private JsonNode give(String customer, String amount) {
        return till.made(
                "/customers/" + customer + "/account-credit",
                Map.of("amount", sek(amount), "reason", "Sent a friend"));
    }

    private static Map<String, Object> credit(String amount) {
        return Map.of("tender", "account_credit", "amount", sek(amount));
    }

    private String balance() {
        return amount(
                till.api().get("/customers/" + maya + "/account-credit/balance").json(), "balance");
    }

    private JsonNode by(JsonNode invoice, String tender) {
        return till.payments(maya, invoice).stream()
                .filter(p -> p.path("tender").asString().equals(tender))
                .findFirst()
                .orElseThrow();
    }

    private JsonNode besideCard(TestCard kind) {
        Wallet.use("sandbox", 5);
        give(maya, "40.00");
        String card = wallet.keep(maya, kind);
        var rest = Map.of("tender", "card_on_file", "amount", sek("60.00"), "reference", card);
        return till.paid(till.order(maya, "100.00"), paying(credit("40.00"), rest));
    }

    @Test
    void aDeclinedCardBesideItLosesNoCredit() {
        JsonNode invoice = besideCard(TestCard.INSUFFICIENT_FUNDS);
        assertThat(invoice.path("status").asString()).isEqualTo("part_paid");
        assertThat(amount(invoice, "owed")).isEqualTo("60.00");
        theBooksAgree();
        assertThat(till.refund(by(invoice, "account_credit"), "40.00").status()).isEqualTo(201);
        assertThat(balance()).isEqualTo("40.00");
    }

    @Test
    void aCardWhoseAnswerIsOpenHoldsItsPartAndTheBooksAgree() {
        JsonNode invoice = besideCard(TestCard.DELAYED);
        assertThat(amount(invoice, "onItsWay")).isEqualTo("60.00");
        theBooksAgree();
        Wallet.check();
        assertThat(till.invoice(invoice).path("status").asString()).isEqualTo("paid");
    }

    @Test
    void aRefusedPaymentTakesNone() {
        give(maya, "40.00");
        Answer more = till.pay(till.order(maya, "50.00"), paying(credit("40.00"), cash("10.01")));
        assertThat(more.status()).isEqualTo(422);
        Answer less = till.pay(till.order(maya, "50.00"), paying(credit("40.00")));
        assertThat(less.status()).isEqualTo(422);
        assertThat(balance()).isEqualTo("40.00");
    }

    @Test
    void whoeverPaysNoTaxAndWhoeverIsTakenBackFromGetsItBack() {
        Map<String, Object> exempt = new HashMap<>();
        exempt.put("firstName", "Nora");
        exempt.put("tax", Map.of("exempt", true, "reason", "Diplomat"));
        String nora = till.made("/customers", exempt).path("id").asString();
        give(nora, "500.00");
        JsonNode invoice =
                till.paid(
                        till.order(nora, "80.00", "12.34"),
                        paying(credit("20.00"), cash(total(nora, "20.00"))));
        assertThat(amount(invoice, "tax")).isEqualTo("0.00");
        String id = invoice.path("id").asString();
        Answer voided = till.api().post("/invoices/" + id + "/voiding", Map.of("reason", "x"));
        assertThat(voided.json().path("status").asString()).isEqualTo("void");
        assertThat(
                        amount(
                                till.api()
                                        .get("/customers/" + nora + "/account-credit/balance")
                                        .json(),
                                "balance"))
                .isEqualTo("500.00");
    }

    /** What such an order comes to for them, less what is paid otherwise. */
    private String total(String customer, String less) {
        JsonNode order = till.order(customer, "80.00", "12.34");
        var total = new java.math.BigDecimal(order.at("/totals/total/amount").asString());
        return total.subtract(new java.math.BigDecimal(less)).toPlainString();
    }

    @Test
    void itComesBackWithoutAnEndWhenItsLastDayIsOver() {
        give(maya, "50.00");
        JsonNode invoice = till.paid(till.order(maya, "30.00"), paying(credit("30.00")));
        Expiring.letPass(UUID.fromString(maya));
        assertThat(balance()).isEqualTo("0.00");
        Race.between(Expiring::run, Expiring::run, Expiring::run, Expiring::run);
        List<String> kinds =
                till.api()
                        .get("/customers/" + maya + "/account-credit")
                        .json()
                        .path("items")
                        .valueStream()
                        .map(e -> e.path("kind").asString())
                        .toList();
        assertThat(kinds).containsExactly("expire", "extend", "spend", "add");
        till.refund(by(invoice, "account_credit"), "30.00");
        assertThat(balance()).isEqualTo("30.00");
        till.paid(till.order(maya, "30.00"), paying(credit("30.00")));
    }

    @Test
    void theDeskUsesWhatThereIsAndTakesTheRestInCash() {
        give(maya, "20.00");
        JsonNode order = till.order(maya, "100.00");
        String path = "/orders/" + order.path("id").asString();
        assertThat(desk.get(path).body()).contains("Account credit first (");
        Answer paid =
                desk.post(
                        path + "/payments",
                        "use",
                        "account_credit",
                        "all",
                        "cash",
                        "_version",
                        "1");
        assertThat(paid.status()).isEqualTo(303);
        assertThat(balance()).isEqualTo("0.00");
        String invoice = String.valueOf(paid.header("Location"));
        assertThat(desk.get(invoice).body()).contains("Account credit", "Cash");
        JsonNode cash =
                till.payments(maya, invoiceOf(order)).stream()
                        .filter(p -> p.path("tender").asString().equals("cash"))
                        .findFirst()
                        .orElseThrow();
        assertThat(amount(cash, "amount")).isEqualTo("80.00");
        Answer back =
                desk.post(
                        "/payments/" + cash.path("id").asString() + "/refund",
                        "amount",
                        "40",
                        "reason",
                        "Too strong",
                        "to",
                        "account_credit");
        assertThat(back.status()).isEqualTo(303);
        assertThat(balance()).isEqualTo("40.00");
    }

    private JsonNode invoiceOf(JsonNode order) {
        String id =
                till.api()
                        .get("/orders/" + order.path("id").asString())
                        .json()
                        .path("invoiceId")
                        .asString();
        return till.api().get("/invoices/" + id).json();
    }

    @Test
    void someOfWhatIsOwedIsPaidWithWhatThereIs() {
        JsonNode order = till.order(maya, "100.00");
        JsonNode invoice =
                till.paid(
                        order,
                        Map.of("payments", List.of(), "iou", Map.of("comment", "On Friday")));
        String path = "/invoices/" + invoice.path("id").asString();
        assertThat(desk.get(path).body()).doesNotContain("value=\"account_credit\"");
        give(maya, "30.00");
        assertThat(desk.get(path).body()).contains("value=\"account_credit\"");
        assertThat(desk.post(path + "/payments", "by", "account_credit").status()).isEqualTo(303);
        assertThat(amount(till.invoice(invoice), "owed")).isEqualTo("70.00");
        assertThat(balance()).isEqualTo("0.00");
    }
}
