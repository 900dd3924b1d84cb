package app.clientele.sales;

import static app.clientele.sales.Till.amount;
import static app.clientele.sales.Till.cash;
import static app.clientele.sales.Till.paying;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.calendar.Diary;
import app.clientele.shared.Permission;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sales as the desk sees them. */
@ClienteleTest
class SalePagesTests {
    private final Till till = Till.open();
    private final PageClient desk = Cast.mia().pages();

    private static String seeOther(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        return answer.location();
    }

    @Test
    void aSaleIsPutTogetherAndPaid() {
        String maya = till.customer("Maya");
        String name = "Clay " + UUID.randomUUID();
        seeOther(desk.post("/settings/products/new", "name", name, "price", "12.50"));
        String path = seeOther(desk.post("/orders", "customer", maya));
        Answer empty = desk.get(path);
        assertThat(empty.body()).contains("Sale to Maya", name);
        String branch = Cast.branch().toString();
        seeOther(
                desk.post(
                        path,
                        "customerId",
                        maya,
                        "branchId",
                        branch,
                        "_add",
                        name,
                        "_version",
                        "1"));
        Answer unknown =
                desk.post(
                        path, "customerId", maya, "branchId", branch, "_add", "?", "_version", "2");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("Nothing in the catalogue is called so.");
        Answer little = desk.post(path + "/payments", "_amount.cash", "10.00", "_version", "2");
        assertThat(little.status()).isEqualTo(422);
        assertThat(little.body()).contains("is not covered", "10.00");
        String submission = UUID.randomUUID().toString();
        String[] notes = {"_amount.cash", "20.00", "_version", "2", "submission", submission};
        String invoice = seeOther(desk.post(path + "/payments", notes));
        assertThat(seeOther(desk.post(path + "/payments", notes))).isEqualTo(invoice);
        assertThat(desk.get(invoice).body()).contains(name, "given", "change", "Paid");
        Answer paper = desk.get(invoice + "/pdf");
        assertThat(paper.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(paper.body()).startsWith("%PDF");
        assertThat(desk.get("/customers/" + maya + "/purchases").body()).contains(name);
        assertThat(desk.get("/customers/" + maya + "/invoices").body()).contains("in all");
        assertThat(desk.get("/customers/" + maya).body()).contains("Total sales");
    }

    @Test
    void whatNobodyMayOverlookIsToldAtCheckout() {
        String maya = till.customer("Maya");
        var alert = Map.of("text", "Pays her daughter's visits, too", "level", "red");
        Cast.mia()
                .api(Permission.PROFILE_VIEW, Permission.NOTE_VIEW, Permission.NOTE_EDIT)
                .post("/customers/" + maya + "/alerts", alert);
        String path = seeOther(desk.post("/orders", "customer", maya));
        assertThat(desk.get(path).body()).contains("is-red", "Pays her daughter's visits, too");
        String walkIn = seeOther(desk.post("/orders"));
        assertThat(desk.get(walkIn).body()).doesNotContain("is-red");
    }

    @Test
    void anAppointmentLeadsToItsInvoice() {
        var diary = Diary.plain();
        String visit = diary.booked(diary.customer("Noor"), Cast.dora(), Diary.ago(70));
        assertThat(desk.get(visit).body()).contains("Check out");
        String appointment = visit.substring("/appointments/".length());
        String order = seeOther(desk.post("/orders", "appointment", appointment));
        String invoice = seeOther(desk.post(order + "/payments", "all", "card", "_version", "1"));
        assertThat(desk.get(visit).body()).contains(invoice).doesNotContain("Check out");
        assertThat(seeOther(desk.get(order))).isEqualTo(invoice);
    }

    @Test
    void whoIsDoneIsCheckedOutFromTheDay() {
        var diary = Diary.plain();
        Instant at = Diary.ago(73);
        String visit = diary.booked(diary.customer("Ines"), Cast.dora(), at);
        String id = visit.substring("/appointments/".length());
        String button = "name=\"appointment\" value=\"" + id + "\"";
        LocalDate on = LocalDate.ofInstant(at, ZoneId.of("Europe/Stockholm"));
        String day = "?branch=" + Cast.branch() + "&date=" + on;
        assertThat(desk.get("/today" + day).body()).doesNotContain(button);
        desk.post("/today/" + id + "/status" + day, "status", "completed");
        assertThat(desk.get("/today" + day).body()).contains(button);
        String order = seeOther(desk.post("/orders", "appointment", id));
        seeOther(desk.post(order + "/payments", "all", "card", "_version", "1"));
        assertThat(desk.get("/today" + day).body()).doesNotContain(button).contains("Paid");
    }

    @Test
    void theDayAgrees() {
        String maya = till.customer("Maya");
        JsonNode invoice = till.paid(till.order(maya, "30.00"), paying(cash("30.00")));
        till.paid(
                till.order(maya, "50.00"),
                Map.of("payments", List.of(cash("20.00")), "iou", Map.of("comment", "Later")));
        till.refund(till.payments(maya, invoice).getFirst(), "5.00");
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Stockholm"));
        var day = Cast.mia().call(() -> Cast.bean(DayClose.class).of(Cast.branch(), today, "SEK"));
        assertThat(day.agrees()).isTrue();
        assertThat(day.invoiced().minus(day.owed()).minus(day.credited())).isEqualTo(day.taken());
        assertThat(desk.get("/sales/day").body()).contains("Payments and invoices agree");
        assertThat(desk.get("/sales/payments").body()).contains("Cash");
        assertThat(desk.get("/sales/ious").body()).contains("Later");
    }

    @Test
    void whatIsRefundedAndVoidedIsSaidOnThePage() {
        String maya = till.customer("Maya");
        JsonNode invoice = till.paid(till.order(maya, "30.00"), paying(cash("30.00")));
        String payment = till.payments(maya, invoice).getFirst().path("id").asString();
        String refund = "/payments/" + payment + "/refund";
        Answer silent = desk.post(refund, "amount", "5");
        assertThat(silent.status()).isEqualTo(422);
        Answer much = desk.post(refund, "amount", "31", "reason", "Bad");
        assertThat(much.status()).isEqualTo(409);
        assertThat(much.body()).contains("More would go back than came.");
        seeOther(desk.post(refund, "amount", "5", "reason", "Bad"));
        assertThat(amount(till.invoice(invoice), "credited")).isEqualTo("5.00");
        String page = "/invoices/" + invoice.path("id").asString();
        assertThat(desk.post(page + "/void", "reason", "x").status()).isEqualTo(409);
        assertThat(desk.post(page + "/mail").status()).isEqualTo(409);
    }

    @Test
    void priceExceptionsAreReportedAndSafeInSpreadsheets() {
        String maya = till.customer("=Maya");
        var off =
                Map.of(
                        "productId",
                        till.product("20.00"),
                        "discount",
                        Map.of("percent", 10, "reason", "=cmd()"));
        JsonNode order = till.made("/orders", Till.order(maya, List.of(off)));
        till.paid(order, paying(cash("18.00")));
        assertThat(desk.get("/sales/exceptions").body()).contains("=cmd()", "discount");
        String file = desk.get("/sales/exceptions.csv").body();
        assertThat(file).contains("'=Maya", "'=cmd()", "20.00,18.00,-2.00,SEK");
        JsonNode told =
                till.api().get("/price-exceptions?customerId=" + maya).json().at("/items/0");
        assertThat(amount(told, "charged")).isEqualTo("18.00");
        assertThat(till.api().get("/customers/" + maya + "/purchases").json().path("items"))
                .hasSize(1);
        JsonNode day = till.api().get("/day-close").json();
        assertThat(day.path("invoices").asInt()).isPositive();
        assertThat(day.path("agrees").asBoolean()).isTrue();
        assertThat(day.at("/taken/amount").asString()).isNotEqualTo("0.00");
        assertThat(day.at("/takings/0/kept/amount").asString()).isNotEmpty();
    }

    @Test
    void aServiceMayBearATaxOfItsOwn() {
        String rate =
                till.made("/tax-rates", Map.of("name", "Care " + UUID.randomUUID(), "percent", 7.5))
                        .path("id")
                        .asString();
        Map<String, Object> details = new HashMap<>();
        details.put("name", "Massage " + UUID.randomUUID());
        details.put("minutes", 30);
        details.put("price", Till.sek("100.00"));
        details.put("taxRateId", UUID.randomUUID());
        assertThat(till.api().post("/services", details).status()).isEqualTo(422);
        details.put("taxRateId", rate);
        String service = till.made("/services", details).path("id").asString();
        String page = "/settings/services/" + service;
        assertThat(desk.get(page).body()).contains("name=\"taxRateId\"", rate);
        String maya = till.customer("Maya");
        JsonNode order =
                till.made("/orders", Till.order(maya, List.of(Map.of("serviceId", service))));
        assertThat(Till.amount(order.path("totals"), "tax")).isEqualTo("7.50");
    }
}
