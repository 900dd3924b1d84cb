package app.clientele.sales;

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
import app.clientele.Race;
import app.clientele.TestDatabase;
import app.clientele.calendar.Diary;
import app.clientele.shared.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** Orders, invoices, payments and what is owed. */
@ClienteleTest
class CheckoutTests {
    private final Till till = Till.open();

    @Test
    void severalTendersPayOneOrderAndItsInvoiceStands() {
        String maya = till.customer("Maya");
        JsonNode order = till.order(maya, "60.00", "40.00");
        assertThat(amount(order.path("totals"), "total")).isEqualTo("100.00");
        var notes = Map.of("tender", "cash", "amount", sek("40.00"), "given", sek("50.00"));
        var card = Map.of("tender", "card", "amount", sek("60.00"), "reference", "4711");
        JsonNode invoice = till.paid(order, paying(notes, card));
        assertThat(invoice.path("status").asString()).isEqualTo("paid");
        assertThat(amount(invoice, "owed")).isEqualTo("0.00");
        assertThat(invoice.at("/buyer/name").asString()).isEqualTo("Maya");
        assertThat(till.payments(maya, invoice)).hasSize(2);
        String path = "/orders/" + order.path("id").asString();
        Answer late = till.api().patch(path, till.api().get(path).etag(), Map.of("note", "x"));
        assertThat(reason(late)).isEqualTo("order_issued");
        assertThat(ChangeLog.of(Cast.mia().business(), id(invoice))).contains("insert by Test");
    }

    @Test
    void whoMayNotSeeSalesReadsNothingOfThemInTheHistory() {
        String maya = till.customer("Maya");
        till.paid(till.order(maya, "60.00"), paying(cash("60.00")));
        String path = "/customers/" + maya + "/changes";
        var seeing =
                Cast.api(Permission.PROFILE_VIEW, Permission.HISTORY_VIEW, Permission.SALE_VIEW);
        assertThat(entities(seeing.get(path))).contains("invoice", "payment", "customer");
        var others = Cast.api(Permission.PROFILE_VIEW, Permission.HISTORY_VIEW);
        assertThat(entities(others.get(path))).containsOnly("customer");
    }

    private static List<String> entities(Answer changes) {
        return changes.json().path("items").findValuesAsString("table");
    }

    private static UUID id(JsonNode thing) {
        return UUID.fromString(thing.path("id").asString());
    }

    @Test
    void whoOwesIsToldToTheDeskAndBooksOnlineAsTheBusinessHasIt() {
        String maya = till.customer("Maya");
        String service = Diary.plain().service();
        assertThat(objections(maya, service, "online")).isEmpty();
        till.paid(till.order(maya, "80.00"), Map.of("iou", Map.of("comment", "Next time")));
        assertThat(objections(maya, service, "desk")).containsExactly("money_owed warning");
        for (String how : List.of("allow", "request", "refuse")) {
            String settings = "/invoice-settings";
            till.api().patch(settings, till.api().get(settings).etag(), Map.of("owingOnline", how));
            assertThat(objections(maya, service, "online"))
                    .isEqualTo(
                            switch (how) {
                                case "request" -> List.of("money_owed request");
                                case "refuse" -> List.of("money_owed refused");
                                default -> List.of();
                            });
        }
        till.api()
                .patch(
                        "/invoice-settings",
                        till.api().get("/invoice-settings").etag(),
                        Map.of("owingOnline", "allow"));
    }

    /** Without those of the service, which is not booked online. */
    private List<String> objections(String customer, String service, String way) {
        return till.api()
                .get("/customers/" + customer + "/may-book?serviceId=" + service + "&way=" + way)
                .json()
                .path("reasons")
                .valueStream()
                .map(r -> r.path("code").asString() + " " + r.path("weight").asString())
                .filter(r -> !r.startsWith("not_online"))
                .toList();
    }

    @Test
    void anAppointmentIsPaidAtItsOwnPriceAndOnlyOnce() {
        var diary = Diary.plain();
        String maya = diary.customer("Maya");
        till.made(
                "/customers/" + maya + "/prices",
                Map.of("serviceId", diary.service(), "price", sek("45.00"), "note", "Regular"));
        String path = diary.booked(maya, Cast.paul(), Diary.ago(50));
        JsonNode order = till.made(path + "/order", "");
        JsonNode line = order.at("/lines/0");
        assertThat(amount(line, "price")).isEqualTo("45.00");
        assertThat(amount(line, "listPrice")).isEqualTo("60.00");
        assertThat(line.path("priceSource").asString()).isEqualTo("agreed");
        assertThat(line.path("priceReason").asString()).isEqualTo("Regular");
        assertThat(till.made(path + "/order", "").path("id")).isEqualTo(order.path("id"));
        till.paid(order, paying(cash("45.00")));
        var again =
                Till.order(
                        maya,
                        List.of(
                                Map.of(
                                        "appointmentId",
                                        path.substring("/appointments/".length()))));
        assertThat(reason(till.api().post("/orders", again))).isEqualTo("appointment_sold");
    }

    @Test
    void whatIsNotCoveredIsOwedAndOfferedNextTime() {
        String noor = till.customer("Noor");
        JsonNode order = till.order(noor, "80.00");
        Answer refused = till.pay(order, paying(cash("30.00")));
        assertThat(refused.status()).isEqualTo(422);
        JsonNode invoice =
                till.paid(
                        order,
                        Map.of(
                                "payments",
                                List.of(cash("30.00")),
                                "iou",
                                Map.of("comment", "Forgot the card")));
        assertThat(invoice.path("status").asString()).isEqualTo("part_paid");
        JsonNode iou = till.api().get("/customers/" + noor + "/ious").json().at("/items/0");
        assertThat(amount(iou, "owed")).isEqualTo("50.00");
        assertThat(summary(noor, "balanceOwed")).isEqualTo("50.00");
        JsonNode next = till.order(noor, "20.00");
        till.paid(
                next,
                Map.of(
                        "payments",
                        List.of(cash("70.00")),
                        "settle",
                        List.of(iou.path("id").asString())));
        assertThat(till.invoice(invoice).path("status").asString()).isEqualTo("paid");
        assertThat(
                        till.api()
                                .get("/ious/" + iou.path("id").asString())
                                .json()
                                .path("state")
                                .asString())
                .isEqualTo("paid");
        assertThat(summary(noor, "balanceOwed")).isEqualTo("0.00");
        assertThat(summary(noor, "totalSales")).isEqualTo("100.00");
        assertThat(summary(noor, "averageSpend")).isEqualTo("50.00");
    }

    private String summary(String customer, String figure) {
        return amount(till.api().get("/customers/" + customer + "/summary").json(), figure);
    }

    @Test
    void anIouIsForgivenWithAReason() {
        String sam = till.customer("Sam");
        JsonNode invoice =
                till.paid(till.order(sam, "15.00"), Map.of("iou", Map.of("comment", "Friday")));
        String iou =
                till.api().get("/customers/" + sam + "/ious").json().at("/items/0/id").asString();
        assertThat(till.api().post("/ious/" + iou + "/voiding", Map.of()).status()).isEqualTo(422);
        till.api().post("/ious/" + iou + "/voiding", Map.of("reason", "Moved away"));
        assertThat(amount(till.invoice(invoice), "owed")).isEqualTo("0.00");
        assertThat(reason(till.api().post("/ious/" + iou + "/voiding", Map.of("reason", "x"))))
                .isEqualTo("iou_settled");
    }

    @Test
    void sentTwiceItIsTakenOnce() {
        String maya = till.customer("Maya");
        JsonNode order = till.order(maya, "10.00");
        var form =
                Map.of(
                        "payments",
                        List.of(cash("10.00")),
                        "submissionId",
                        UUID.randomUUID().toString());
        Runnable press = () -> till.pay(order, form);
        Race.between(press, press, press, press, press, press);
        JsonNode invoices = till.api().get("/customers/" + maya + "/invoices").json().path("items");
        assertThat(invoices).hasSize(1);
        assertThat(amount(invoices.get(0), "paid")).isEqualTo("10.00");
        JsonNode other = till.order(maya, "10.00");
        Answer first = till.pay(other, paying(cash("10.00")), "Idempotency-Key", "key-" + maya);
        Answer again = till.pay(other, paying(cash("10.00")), "Idempotency-Key", "key-" + maya);
        assertThat(again.json().path("id")).isEqualTo(first.json().path("id"));
    }

    @Test
    void numbersHaveNoGapWhateverFails() {
        String maya = till.customer("Maya");
        List<JsonNode> orders =
                IntStream.range(0, 64).mapToObj(i -> till.order(maya, "5.00")).toList();
        var issued = new ConcurrentLinkedQueue<Long>();
        List<Runnable> desks = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            JsonNode order = orders.get(i);
            // every fourth fails after its number was taken: what it pays is more than is due
            var how = paying(cash(i % 4 == 3 ? "6.00" : "5.00"));
            desks.add(() -> {
                Answer answer = till.pay(order, how);
                if (answer.status() == 201) {
                    String number = answer.json().path("number").asString();
                    issued.add(Long.parseLong(number.substring(number.indexOf('-') + 1)));
                }
            });
        }
        Race.between(desks.toArray(Runnable[]::new));
        List<Long> numbers = issued.stream().sorted().toList();
        assertThat(numbers).hasSize(48);
        assertThat(numbers)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(numbers.getFirst(), numbers.getLast())
                                .boxed()
                                .toList());
    }

    @Test
    void neverMoreGoesBackThanCame() {
        String maya = till.customer("Maya");
        JsonNode invoice = till.paid(till.order(maya, "30.00"), paying(cash("30.00")));
        JsonNode payment = till.payments(maya, invoice).getFirst();
        Runnable refund = () -> till.refund(payment, "3.00");
        Race.between(IntStream.range(0, 30).mapToObj(i -> refund).toArray(Runnable[]::new));
        JsonNode after = till.invoice(invoice);
        assertThat(amount(after, "refunded")).isEqualTo("30.00");
        assertThat(amount(after, "credited")).isEqualTo("30.00");
        assertThat(after.path("status").asString()).isEqualTo("refunded");
        assertThat(reason(till.refund(payment, "0.01"))).isEqualTo("refund_exceeds_payment");
        JsonNode back = till.payments(maya, invoice).get(1);
        assertThat(reason(till.refund(back, "1.00"))).isEqualTo("refund_of_refund");
        assertThat(
                        till.api()
                                .get("/invoices/" + id(invoice) + "/credit-notes?limit=200")
                                .json()
                                .path("items"))
                .hasSize(10);
    }

    @Test
    void aVoidInvoiceGivesBackWhatWasPaid() {
        String maya = till.customer("Maya");
        JsonNode invoice =
                till.paid(
                        till.order(maya, "30.00"),
                        Map.of(
                                "payments",
                                List.of(cash("10.00")),
                                "iou",
                                Map.of("comment", "Later")));
        String path = "/invoices/" + id(invoice);
        assertThat(till.api().post(path + "/voiding", Map.of()).status()).isEqualTo(422);
        till.api().post(path + "/voiding", Map.of("reason", "Wrong person"));
        JsonNode after = till.invoice(invoice);
        assertThat(after.path("status").asString()).isEqualTo("void");
        assertThat(amount(after, "refunded")).isEqualTo("10.00");
        assertThat(amount(after, "owed")).isEqualTo("0.00");
        assertThat(after.path("number")).isEqualTo(invoice.path("number"));
        assertThat(
                        till.api()
                                .get("/customers/" + maya + "/ious")
                                .json()
                                .at("/items/0/state")
                                .asString())
                .isEqualTo("void");
    }

    @Test
    void theDatabaseKeepsWhatWasIssued() {
        String maya = till.customer("Maya");
        JsonNode invoice = till.paid(till.order(maya, "30.00"), paying(cash("30.00")));
        for (String edit :
                List.of(
                        "update invoice set total_minor = 1, net_minor = 1 where id = :id",
                        "update invoice set number = 999999 where id = :id",
                        "update invoice set document = '{}' where id = :id",
                        "delete from invoice where id = :id",
                        "update payment set amount_minor = 1 where invoice_id = :id",
                        "delete from payment where invoice_id = :id",
                        "update order_line set price_minor = 1 where order_id = (select order_id from invoice where id = :id)")) {
            assertThat(changes(edit, id(invoice))).as(edit).isFalse();
        }
    }

    private static boolean changes(String edit, UUID id) {
        try {
            return TestDatabase.ownerClient().sql(edit).param("id", id).update() > 0;
        } catch (DataAccessException e) {
            return false;
        }
    }

    @Test
    void pricesAndDiscountsNeedTheirPermissionAndAReason() {
        var desk = new Till(Cast.api(Permission.SALE_VIEW, Permission.SALE_EDIT));
        String maya = till.customer("Maya");
        String product = till.product("20.00");
        var cheap = Map.of("productId", product, "price", sek("1.00"), "priceReason", "Because");
        assertThat(desk.api().post("/orders", Till.order(maya, List.of(cheap))).status())
                .isEqualTo(403);
        var off =
                Map.of("productId", product, "discount", Map.of("percent", 10, "reason", "Loyal"));
        assertThat(desk.api().post("/orders", Till.order(maya, List.of(off))).status())
                .isEqualTo(403);
        var silent = Map.of("productId", product, "price", sek("1.00"));
        Answer refused = till.api().post("/orders", Till.order(maya, List.of(silent)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asString())
                .isEqualTo("lines[0].priceReason");
        JsonNode order = till.made("/orders", Till.order(maya, List.of(cheap, off)));
        assertThat(amount(order.path("totals"), "total")).isEqualTo("19.00");
        assertThat(order.at("/lines/0/priceBy").asString()).isEqualTo("Test");
    }

    @Test
    void oddAmountsAreRefusedByName() {
        String maya = till.customer("Maya");
        JsonNode order = till.order(maya, "20.00");
        for (String odd : List.of("-1", "0", "1e-9", "1e18", "NaN", "1,00", "0.005", "")) {
            Answer answer = till.pay(order, paying(cash(odd)));
            assertThat(answer.status()).as(odd).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/field").asString())
                    .as(odd)
                    .startsWith("payments[0].amount");
        }
        var euro = Map.of("tender", "cash", "amount", Map.of("amount", "20.00", "currency", "EUR"));
        assertThat(till.pay(order, paying(euro)).status()).isEqualTo(422);
        assertThat(
                        till.pay(order, paying(Map.of("tender", "shells", "amount", sek("20.00"))))
                                .status())
                .isEqualTo(422);
        assertThat(till.pay(order, paying(cash("20.01"))).status()).isEqualTo(422);
        assertThat(till.api().get("/customers/" + maya + "/invoices").json().path("items"))
                .isEmpty();
    }
}
