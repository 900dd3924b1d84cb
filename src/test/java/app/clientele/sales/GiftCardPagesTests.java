package app.clientele.sales;

import static app.clientele.sales.Gifts.state;
import static app.clientele.sales.Till.amount;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.shared.Permission;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gift cards at the desk, through the pages. */
@ClienteleTest
class GiftCardPagesTests {
    private final Till till = Till.open();
    private final Gifts gifts = new Gifts(till);
    private final PageClient desk = Cast.mia().pages();
    private final String maya = till.customer("Maya");

    private static String path(JsonNode card) {
        return "/gift-cards/" + card.path("id").asString();
    }

    @Test
    void oneIsPutIntoAnOrderPaidAndPrinted() {
        Answer begun = desk.post("/orders", "customer", maya, "gift", "true");
        assertThat(begun.location()).endsWith("/gift-card");
        String form = begun.location().replaceAll("https?://[^/]+", "");
        assertThat(desk.get(form).body()).contains("Sell a gift card", "gift-amounts");
        Answer wrong = desk.post(form, "amount", "much", "message", "Enjoy", "_version", "1");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Enjoy", "much");
        String[] fields = {
            "amount", "40", "recipientName", "Bea", "message", "Enjoy", "_version", "1"
        };
        assertThat(desk.post(form, fields).status()).isEqualTo(303);
        String order = form.replace("/gift-card", "");
        assertThat(desk.get(order).body()).contains("Gift card", "for Bea");
        Answer saved = desk.post(order, "customerId", maya, "branchId", branch(), "_version", "2");
        assertThat(saved.status()).isEqualTo(303);
        Answer paid = desk.post(order + "/payments", "all", "cash", "_version", "3");
        assertThat(paid.status()).as(paid.toString()).isEqualTo(303);
        String invoice = paid.location().replaceAll("https?://[^/]+", "");
        assertThat(desk.get(invoice).body()).contains("Print", "for Bea");
        JsonNode card = till.api().get("/customers/" + maya + "/gift-cards").json().at("/items/0");
        assertThat(desk.get(path(card) + "/pdf").header("Content-Type"))
                .isEqualTo("application/pdf");
        assertThat(desk.get("/customers/" + maya + "/gift-cards").body()).contains("for Bea");
        assertThat(desk.get("/gift-cards?q=bea").body()).contains(card.path("codeEnd").asString());
    }

    private static String branch() {
        return Cast.branch().toString();
    }

    @Test
    void aCodeIsCheckedAndThenPaysWithCashBesideIt() {
        JsonNode card = gifts.sold(maya, "30.00");
        String order = "/orders/" + till.order(maya, "50.00").path("id").asString();
        String code = card.path("code").asString();
        Answer looked = desk.post(order + "/code", "giftCode", code);
        assertThat(looked.body()).contains("It is used up first", code);
        Answer unknown = desk.post(order + "/code", "giftCode", "ABCD");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("There is no gift card with this code.");
        Answer only =
                desk.post(
                        order + "/payments", "all", "gift_card", "giftCode", code, "_version", "1");
        assertThat(only.status()).isEqualTo(422);
        Answer paid =
                desk.post(order + "/payments", "all", "cash", "giftCode", code, "_version", "1");
        assertThat(paid.status()).as(paid.toString()).isEqualTo(303);
        assertThat(state(gifts.again(card))).isEqualTo("redeemed");
        String next = "/orders/" + till.order(maya, "50.00").path("id").asString();
        Answer empty =
                desk.post(next + "/payments", "all", "cash", "giftCode", code, "_version", "1");
        assertThat(empty.status()).isEqualTo(409);
        assertThat(empty.body()).contains("Nothing is left on this gift card.");
    }

    @Test
    void whatIsOwedIsPaidWithOne() {
        JsonNode card = gifts.sold(maya, "30.00");
        JsonNode invoice =
                till.paid(
                        till.order(maya, "50.00"),
                        java.util.Map.of("iou", java.util.Map.of("comment", "On Friday")));
        String path = "/invoices/" + invoice.path("id").asString() + "/payments";
        Answer nothing = desk.post(path, "by", "gift_card");
        assertThat(nothing.status()).isEqualTo(422);
        String code = card.path("code").asString();
        assertThat(desk.post(path, "by", "gift_card", "giftCode", code).status()).isEqualTo(303);
        assertThat(amount(till.invoice(invoice), "owed")).isEqualTo("20.00");
    }

    @Test
    void itsPageDoesWhatMayBeDone() {
        JsonNode card = gifts.sold(maya, "30.00");
        String page = path(card);
        assertThat(desk.get(page).body())
                .contains(card.path("code").asString(), "Refund", "Take back", "Put on it");
        assertThat(desk.post(page + "/extension", "expiresOn", "2035-01-01").status())
                .isEqualTo(303);
        assertThat(desk.post(page + "/extension", "expiresOn", "2001-01-01").status())
                .isEqualTo(422);
        assertThat(desk.post(page + "/mail").status()).isEqualTo(409);
        assertThat(desk.post(page + "/mail", "email", "bea@example.net").status()).isEqualTo(303);
        assertThat(desk.post(page + "/refund", "reason", "").status()).isEqualTo(422);
        String noor = till.customer("Noor");
        assertThat(desk.post(page + "/holder", "customerId", noor).status()).isEqualTo(303);
        assertThat(desk.post(page + "/refund", "reason", "Moved").status()).isEqualTo(303);
        assertThat(desk.get(page).body()).contains("Refunded");
        assertThat(desk.post(page + "/voiding", "reason", "x").status()).isEqualTo(409);
        assertThat(desk.get(page + "/pdf").status()).isEqualTo(404);
    }

    @Test
    void oneIsGivenAndTheSettingsSayWhatIsUsual() {
        Answer set =
                desk.post(
                        "/settings/gift-cards",
                        "amounts",
                        "25; 50 100",
                        "months",
                        "24",
                        "_version",
                        version());
        assertThat(set.status()).as(set.toString()).isEqualTo(303);
        assertThat(desk.get("/gift-cards/new").body()).contains("value=\"100");
        Answer without = desk.post("/gift-cards/new", "amount", "25");
        assertThat(without.status()).isEqualTo(422);
        Answer given = desk.post("/gift-cards/new", "amount", "25", "reason", "Had to wait");
        assertThat(given.status()).isEqualTo(303);
        String page = given.location().replaceAll("https?://[^/]+", "");
        assertThat(desk.get(page).body()).contains("Had to wait", "25");
        Answer bad = desk.post("/settings/gift-cards", "amounts", "x", "_version", version());
        assertThat(bad.status()).isEqualTo(422);
        desk.post("/settings/gift-cards", "amounts", "", "months", "", "_version", version());
    }

    private static String version() {
        return Cast.api(Permission.values())
                .get("/gift-card-settings")
                .etag()
                .replaceAll("\\D", "");
    }
}
