package app.clientele.sales;

import static app.clientele.sales.Till.cash;
import static app.clientele.sales.Till.paying;
import static app.clientele.sales.Till.sek;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.merging.Merges;
import app.clientele.customers.merging.Merges.MergeDetails;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What became of credit and gift cards, on the timelines of those it concerns. */
@ClienteleTest
class ValueTimelineTests {
    private final Till till = Till.open();
    private final Gifts gifts = new Gifts(till);

    /** Such as {@code Gift card bought: ···· 8831 · 30,00 kr}, the latest first. */
    private List<String> told(String customer, String kind) {
        return till.api()
                .get("/customers/" + customer + "/timeline?limit=100&kind=" + kind)
                .json()
                .path("items")
                .valueStream()
                .map(e -> e.path("title").asString() + ": " + e.path("text").asString())
                .map(line -> line.replace('\u00a0', ' '))
                .toList();
    }

    @Test
    void creditComesAndGoes() {
        String maya = till.customer("Maya");
        String path = "/customers/" + maya + "/account-credit";
        till.made(path, Map.of("amount", sek("40.00"), "reason", "Had to wait | long"));
        till.paid(
                till.order(maya, "15.00"),
                paying(Map.of("tender", "account_credit", "amount", sek("15.00"))));
        assertThat(told(maya, "credit"))
                .containsExactly(
                        "Paid with credit: 15,00 kr",
                        "Credit added: 40,00 kr · Had to wait | long");
    }

    @Test
    void aGiftCardIsToldToAllWhoHadIt() {
        String maya = till.customer("Maya");
        String noor = till.customer("Noor");
        String omar = till.customer("Omar");
        JsonNode card = gifts.sold(maya, "30.00");
        String named = "···· " + card.path("codeEnd").asString();
        gifts.does(card, "holder", Map.of("customerId", noor));
        assertThat(told(maya, "gift_card"))
                .containsExactly(
                        "Gift card handed on: " + named + " · 30,00 kr",
                        "Gift card bought: " + named + " · 30,00 kr");
        till.paid(till.order(omar, "50.00"), paying(Gifts.by(card, "12.00"), cash("38.00")));
        gifts.does(card, "voiding", Map.of("reason", "Lost"));
        assertThat(told(noor, "gift_card"))
                .containsExactly(
                        "Gift card taken back: " + named + " · Lost",
                        "Gift card redeemed: " + named + " · 12,00 kr",
                        "Gift card received: " + named + " · 30,00 kr");
        assertThat(told(omar, "gift_card"))
                .containsExactly("Paid with a gift card: " + named + " · 12,00 kr");
        assertThat(told(maya, "gift_card").getFirst()).startsWith("Gift card taken back");
        assertThat(
                        Cast.api(Permission.PROFILE_VIEW)
                                .get("/customers/" + noor + "/timeline?kind=gift_card")
                                .json()
                                .path("items"))
                .isEmpty();
        assertThat(Cast.mia().pages().get("/customers/" + noor + "/timeline").body())
                .contains("Gift card redeemed", "/customers/" + noor + "/gift-cards");
    }

    @Test
    void recordsThatMergeHandNothingOn() {
        String maya = till.customer("Maya");
        String twin = till.customer("Maja");
        gifts.sold(twin, "30.00");
        Cast.mia()
                .call(() ->
                        Cast.bean(Merges.class)
                                .merge(
                                        new MergeDetails(
                                                UUID.fromString(maya),
                                                UUID.fromString(twin),
                                                Map.of())));
        assertThat(told(maya, "gift_card"))
                .singleElement()
                .asString()
                .startsWith("Gift card bought");
    }
}
