package app.clientele.sales;

import static app.clientele.sales.Gifts.by;
import static app.clientele.sales.Gifts.state;
import static app.clientele.sales.Gifts.worth;
import static app.clientele.sales.Till.amount;
import static app.clientele.sales.Till.cash;
import static app.clientele.sales.Till.paying;
import static app.clientele.sales.Till.reason;
import static app.clientele.sales.Till.sek;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.Race;
import app.clientele.TestDatabase;
import app.clientele.ledger.Expiring;
import app.clientele.ledger.gifts.Delivering;
import app.clientele.sales.books.Books;
import app.clientele.shared.Permission;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gift cards: sold, spent once however many ask, given back, expired, taken back; books agree. */
@ClienteleTest
class GiftCardTests {
    private static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());

    private final Till till = Till.open();
    private final Gifts gifts = new Gifts(till);
    private final String maya = till.customer("Maya");

    @AfterEach
    void theBooksAgree() {
        assertThat(Cast.mia().call(() -> Cast.bean(Books.class).verify().findings())).isEmpty();
    }

    private static String id(JsonNode thing) {
        return thing.path("id").asString();
    }

    @Test
    void oneIsWorthNothingBeforeItIsPaidAndBearsNoTax() {
        JsonNode order = gifts.order(maya, worth("60.00"));
        assertThat(amount(order.path("totals"), "total")).isEqualTo("60.00");
        assertThat(amount(order.path("totals"), "tax")).isEqualTo("0.00");
        JsonNode invoice =
                till.paid(
                        order,
                        Map.of("payments", List.of(cash("20.00")), "iou", Map.of("comment", "x")));
        JsonNode card = gifts.of(invoice);
        assertThat(state(card)).isEqualTo("waiting");
        assertThat(reason(till.pay(till.order(maya, "10.00"), paying(by(card, "10.00")))))
                .isEqualTo("gift_card_waiting");
        till.paid(order, paying(cash("40.00")));
        assertThat(state(gifts.again(card))).isEqualTo("outstanding");
        assertThat(amount(gifts.again(card), "balance")).isEqualTo("60.00");
        assertThat(card.path("buyerId").asString()).isEqualTo(maya);
        assertThat(card.path("customerId").asString()).isEqualTo(maya);
    }

    @Test
    void whoeverHasTheCodePaysAndWhatGoesBackGoesBackOnTheCard() {
        JsonNode card = gifts.sold(maya, "50.00");
        JsonNode order =
                till.made(
                        "/orders",
                        Map.of("branchId", Cast.branch(), "lines", List.of(oil("80.00"))));
        JsonNode invoice = till.paid(order, paying(by(card, "50.00"), cash("30.00")));
        assertThat(invoice.path("status").asString()).isEqualTo("paid");
        assertThat(state(gifts.again(card))).isEqualTo("redeemed");
        assertThat(amount(gifts.again(card), "redeemed")).isEqualTo("50.00");
        JsonNode payment = byGift(invoice);
        assertThat(payment.path("reference").asString())
                .isEqualTo("···· " + card.path("codeEnd").asString());
        assertThat(till.refund(payment, "20.00").status()).isEqualTo(201);
        assertThat(amount(gifts.again(card), "balance")).isEqualTo("20.00");
        assertThat(reason(till.pay(till.order(maya, "50.00"), paying(by(card, "50.00")))))
                .isEqualTo("gift_card_little");
        gifts.does(card, "voiding", Map.of("reason", "Lost"));
        assertThat(reason(till.refund(payment, "30.00"))).isEqualTo("gift_card_gone");
    }

    private Map<String, Object> oil(String price) {
        return Map.of("productId", till.product(price));
    }

    private JsonNode byGift(JsonNode invoice) {
        return till.api()
                .get("/payments?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(p -> p.path("invoiceId").equals(invoice.path("id")))
                .filter(p -> p.path("tender").asString().equals("gift_card"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sixteenWindowsSpendTheSameCardOnce() {
        JsonNode card = gifts.sold(maya, "30.00");
        List<JsonNode> orders =
                IntStream.range(0, 16).mapToObj(i -> till.order(maya, "12.00")).toList();
        List<Integer> answers = new ArrayList<>();
        Race.between(
                orders.stream()
                        .map(o ->
                                (Runnable)
                                        () -> {
                                            Answer answer = till.pay(o, paying(by(card, "12.00")));
                                            synchronized (answers) {
                                                answers.add(answer.status());
                                            }
                                        })
                        .toArray(Runnable[]::new));
        assertThat(answers).hasSize(16).filteredOn(s -> s == 201).hasSize(2);
        assertThat(answers).filteredOn(s -> s != 201).containsOnly(409);
        assertThat(amount(gifts.again(card), "balance")).isEqualTo("6.00");
    }

    @Test
    void whoeverGuessesHasToWaitAndLearnsNothing() {
        JsonNode card = gifts.sold(maya, "5.00");
        String code = card.path("code").asString();
        ApiClient guesser = Cast.api(Permission.values());
        Answer mistyped = guesser.get("/gift-cards/" + code.replaceFirst(".$", "0"));
        Answer unknown = guesser.get("/gift-cards/2222-2222-2222-2222");
        assertThat(mistyped.status()).isEqualTo(404);
        assertThat(mistyped.json().path("detail")).isEqualTo(unknown.json().path("detail"));
        for (int i = 0; i < 8; i++) {
            assertThat(guesser.get("/gift-cards/ABCD" + i).status()).isEqualTo(404);
        }
        Answer slow = guesser.get("/gift-cards/" + code);
        assertThat(slow.status()).isEqualTo(429);
        assertThat(Integer.parseInt(slow.header("Retry-After"))).isBetween(1, 60);
        assertThat(till.api().get("/gift-cards/" + code.toLowerCase(Locale.ROOT)).json().path("id"))
                .isEqualTo(card.path("id"));
    }

    @Test
    void whoeverMayNotSeeCodesSeesTheirEnd() {
        JsonNode card = gifts.sold(maya, "5.00");
        ApiClient other = Cast.api(Permission.SALE_VIEW);
        JsonNode seen = other.get("/gift-cards/" + id(card)).json();
        assertThat(seen.path("code").isNull()).isTrue();
        assertThat(card.path("code").asString()).endsWith(seen.path("codeEnd").asString());
        JsonNode listed = till.api().get("/customers/" + maya + "/gift-cards").json();
        assertThat(listed.at("/items/0/code").isNull()).isTrue();
        assertThat(Cast.otto().api(Permission.values()).get("/gift-cards/" + id(card)).status())
                .isEqualTo(404);
        String code = card.path("code").asString();
        assertThat(Cast.otto().api(Permission.values()).get("/gift-cards/" + code).status())
                .isEqualTo(404);
    }

    @Test
    void itsPriceGoesBackAsFarAsItIsNotSpentAndOnlyWithTheCard() {
        JsonNode invoice = gifts.invoice(maya, worth("50.00"), "50.00");
        JsonNode card = gifts.of(invoice);
        JsonNode cash = till.payments(maya, invoice).getFirst();
        assertThat(reason(till.refund(cash, "10.00"))).isEqualTo("refund_gift_card_first");
        till.paid(till.order(maya, "20.00"), paying(by(card, "20.00")));
        Answer voided =
                till.api().post("/invoices/" + id(invoice) + "/voiding", Map.of("reason", "x"));
        assertThat(reason(voided)).isEqualTo("gift_card_used");
        Map<String, ?> why = Map.of("reason", "Moved away");
        List<Integer> answers = new ArrayList<>();
        Runnable refund =
                () -> {
                    int status = gifts.does(card, "refund", why).status();
                    synchronized (answers) {
                        answers.add(status);
                    }
                };
        Race.between(refund, refund, refund, refund);
        assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(state(gifts.again(card))).isEqualTo("refunded");
        assertThat(amount(gifts.again(card), "refunded")).isEqualTo("30.00");
        assertThat(amount(till.invoice(invoice), "refunded")).isEqualTo("30.00");
        assertThat(reason(till.pay(till.order(maya, "5.00"), paying(by(card, "5.00")))))
                .isEqualTo("gift_card_refunded");
    }

    @Test
    void itsInvoiceTakenBackTakesItBack() {
        JsonNode invoice = gifts.invoice(maya, worth("50.00"), "50.00");
        JsonNode card = gifts.of(invoice);
        till.api().post("/invoices/" + id(invoice) + "/voiding", Map.of("reason", "Mistake"));
        assertThat(state(gifts.again(card))).isEqualTo("voided");
        assertThat(amount(gifts.again(card), "balance")).isEqualTo("0.00");
    }

    @Test
    void whatExpiredComesBackWithAnotherLastDay() {
        JsonNode card = gifts.sold(maya, "40.00");
        till.paid(till.order(maya, "15.00"), paying(by(card, "15.00")));
        Expiring.letPassCard(UUID.fromString(id(card)));
        assertThat(state(gifts.again(card))).isEqualTo("expired");
        Race.between(Expiring::run, Expiring::run, Expiring::run);
        assertThat(state(gifts.again(card))).isEqualTo("expired");
        assertThat(amount(gifts.again(card), "expired")).isEqualTo("25.00");
        assertThat(reason(till.pay(till.order(maya, "5.00"), paying(by(card, "5.00")))))
                .isEqualTo("gift_card_expired");
        Map<String, ?> over = Map.of("expiresOn", "2001-01-01");
        assertThat(gifts.does(card, "extension", over).status()).isEqualTo(422);
        Map<String, ?> later = Map.of("expiresOn", TODAY.plusDays(30).toString());
        JsonNode extended = gifts.does(card, "extension", later).json();
        assertThat(state(extended)).isEqualTo("outstanding");
        assertThat(amount(extended, "balance")).isEqualTo("25.00");
        assertThat(amount(extended, "expired")).isEqualTo("0.00");
        till.paid(till.order(maya, "25.00"), paying(by(card, "25.00")));
        assertThat(state(gifts.again(card))).isEqualTo("redeemed");
    }

    @Test
    void oneMeantForAServiceIsWorthItsPrice() {
        Map<String, Object> service =
                Map.of("name", "Peel " + UUID.randomUUID(), "minutes", 30, "price", sek("45.00"));
        String peel = id(till.made("/services", service));
        JsonNode card = gifts.of(gifts.invoice(maya, Map.of("serviceId", peel), "45.00"));
        assertThat(amount(card, "value")).isEqualTo("45.00");
        assertThat(card.path("service").asString()).startsWith("Peel");
        String free =
                id(
                        till.made(
                                "/services",
                                Map.of("name", "Talk " + UUID.randomUUID(), "minutes", 5)));
        Answer priceless = wanted(Map.of("serviceId", free));
        assertThat(priceless.json().at("/errors/0/code").asString())
                .isEqualTo("gift_service_price");
        assertThat(wanted(Map.of("serviceId", peel, "value", sek("5.00"))).status()).isEqualTo(422);
    }

    private Answer wanted(Map<String, ?> wish) {
        return till.api()
                .post(
                        "/orders",
                        Map.of("branchId", Cast.branch(), "lines", List.of(Map.of("gift", wish))));
    }

    @Test
    void oddWishesAreRefusedByName() {
        for (String odd : List.of("-1", "0", "1e-9", "1e18", "NaN", "1,00", "0.005", "")) {
            Answer answer = wanted(Map.of("value", sek(odd)));
            assertThat(answer.status()).as(odd).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/field").asString())
                    .startsWith("lines[0].gift.value");
        }
        Map<String, Object> wish = worth("5.00");
        wish.put("expiresOn", "2001-01-01");
        assertThat(wanted(wish).json().at("/errors/0/field").asString())
                .isEqualTo("lines[0].gift.expiresOn");
        Map<String, Object> nowhere = worth("5.00");
        nowhere.put("deliverOn", TODAY.plusDays(3).toString());
        assertThat(wanted(nowhere).json().at("/errors/0/field").asString())
                .isEqualTo("lines[0].gift.recipientEmail");
    }

    @Test
    void itsLetterIsWrittenOnceOnItsDay() {
        Map<String, Object> wish = worth("25.00");
        wish.put("recipientName", "Bea");
        wish.put("recipientEmail", "bea@example.net");
        wish.put("message", "Happy birthday");
        JsonNode card = gifts.of(gifts.invoice(maya, wish, "25.00"));
        assertThat(card.path("customerId").isNull()).isTrue();
        Race.between(Delivering::run, Delivering::run, Delivering::run);
        assertThat(letters(card)).hasSize(1);
        assertThat(letters(card).getFirst())
                .contains("Maya", "Happy birthday", "···· " + card.path("codeEnd").asString());
        assertThat(gifts.again(card).path("deliveredAt").isNull()).isFalse();
        Map<String, ?> other = Map.of("email", "other@example.net");
        assertThat(gifts.does(card, "message", other).status()).isEqualTo(200);
        assertThat(letters(card)).hasSize(2);
        wish.put("deliverOn", TODAY.plusDays(5).toString());
        JsonNode later = gifts.of(gifts.invoice(maya, wish, "25.00"));
        Delivering.run();
        assertThat(letters(later)).isEmpty();
        JsonNode plain = gifts.sold(maya, "5.00");
        assertThat(reason(gifts.does(plain, "message", Map.of()))).isEqualTo("no_email");
    }

    private static List<String> letters(JsonNode card) {
        return TestDatabase.ownerClient()
                .sql(
                        "select plain_text from message where purpose = 'gift_card' and enclosed_id = :card::uuid")
                .param("card", id(card))
                .query(String.class)
                .list();
    }

    @Test
    void oneIsGivenHandedOnAndTakenBackAndTheLogTellsAll() {
        String submission = UUID.randomUUID().toString();
        Map<String, Object> giving = new HashMap<>();
        giving.put("gift", Map.of("value", sek("10.00"), "customerId", maya));
        giving.put("reason", "Had to wait");
        giving.put("submissionId", submission);
        Runnable press = () -> till.api().post("/gift-cards", giving);
        Race.between(press, press, press);
        List<JsonNode> theirs = of(maya);
        assertThat(theirs).hasSize(1);
        JsonNode card = theirs.getFirst();
        assertThat(state(card)).isEqualTo("outstanding");
        String noor = till.customer("Noor");
        assertThat(gifts.does(card, "holder", Map.of("customerId", noor)).status()).isEqualTo(200);
        assertThat(of(maya)).isEmpty();
        assertThat(of(noor)).hasSize(1);
        assertThat(reason(gifts.does(card, "refund", Map.of("reason", "x"))))
                .isEqualTo("gift_card_not_refundable");
        assertThat(gifts.does(card, "voiding", Map.of("reason", "Wrong")).status()).isEqualTo(200);
        assertThat(reason(gifts.does(card, "voiding", Map.of("reason", "Wrong"))))
                .isEqualTo("gift_card_settled");
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(id(card))))
                .anyMatch(line -> line.startsWith("insert"))
                .anyMatch(line -> line.contains("customer_id=" + maya))
                .anyMatch(line -> line.contains("void_reason"));
        String bare = "/gift-cards";
        var mayNot = Cast.api(Permission.SALE_VIEW, Permission.SALE_EDIT);
        assertThat(mayNot.post(bare, giving).status()).isEqualTo(403);
    }

    private List<JsonNode> of(String customer) {
        return till.api()
                .get("/customers/" + customer + "/gift-cards")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    @Test
    void recordsThatMergeKeepWhatTheyBoughtAndHold() {
        String other = till.customer("Mayah");
        gifts.sold(other, "5.00");
        var wish = Map.of("value", sek("6.00"), "customerId", other);
        gifts.invoice(maya, wish, "6.00");
        String merge = id(till.made("/merges", Map.of("into", maya, "from", other)));
        assertThat(of(maya)).hasSize(2);
        assertThat(of(maya)).allMatch(g -> g.path("customerId").asString().equals(maya));
        assertThat(of(maya)).allMatch(g -> g.path("buyerId").asString().equals(maya));
        assertThat(till.api().delete("/merges/" + merge).status()).isLessThan(300);
        assertThat(of(maya)).hasSize(1);
        assertThat(of(other)).hasSize(2);
    }

    @Test
    void oneIsNotPaidForWithAnotherAndTheDayTellsThemApart() {
        JsonNode card = gifts.sold(maya, "50.00");
        String day = "/day-close?branchId=" + Cast.branch() + "&day=" + TODAY;
        assertThat(reason(till.pay(gifts.order(maya, worth("40.00")), paying(by(card, "40.00")))))
                .isEqualTo("gift_card_for_gift_card");
        Map<String, Object> both = new HashMap<>();
        both.put("branchId", Cast.branch());
        both.put("lines", List.of(oil("30.00"), Map.of("gift", worth("40.00"))));
        JsonNode order = till.made("/orders", both);
        till.paid(order, paying(by(card, "30.00"), cash("40.00")));
        Answer close = till.api().get(day);
        assertThat(close.status()).as(close.toString()).isEqualTo(200);
        assertThat(new java.math.BigDecimal(amount(close.json(), "giftCards")))
                .isGreaterThanOrEqualTo(new java.math.BigDecimal("90.00"));
    }

    @Test
    void allTogetherAreWhatTheBusinessOwes() {
        JsonNode before = till.api().get("/gift-card-totals").json();
        JsonNode card = gifts.sold(maya, "30.00");
        till.paid(till.order(maya, "12.00"), paying(by(card, "12.00")));
        JsonNode after = till.api().get("/gift-card-totals").json();
        var grown =
                new java.math.BigDecimal(amount(after, "outstanding"))
                        .subtract(new java.math.BigDecimal(amount(before, "outstanding")));
        assertThat(grown).isEqualByComparingTo("18.00");
        String end = card.path("codeEnd").asString();
        assertThat(till.api().get("/gift-cards?state=outstanding&q=" + end).json().path("items"))
                .anyMatch(g -> g.path("id").equals(card.path("id")));
        assertThat(till.api().get("/gift-cards?state=voided&q=" + end).json().path("items"))
                .noneMatch(g -> g.path("id").equals(card.path("id")));
    }
}
