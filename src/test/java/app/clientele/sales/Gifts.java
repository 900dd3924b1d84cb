package app.clientele.sales;

import static app.clientele.sales.Till.cash;
import static app.clientele.sales.Till.paying;
import static app.clientele.sales.Till.sek;

import app.clientele.Answer;
import app.clientele.Cast;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Gift cards as tests sell and use them, over the API. */
record Gifts(Till till) {
    static Map<String, Object> worth(String amount) {
        return new HashMap<>(Map.of("value", sek(amount)));
    }

    JsonNode order(@Nullable String buyer, Map<String, ?>... wishes) {
        Map<String, Object> order = new HashMap<>();
        order.put("customerId", buyer);
        order.put("branchId", Cast.branch());
        order.put("lines", List.of(wishes).stream().map(w -> Map.of("gift", w)).toList());
        return till.made("/orders", order);
    }

    /** The invoice of one that is paid in cash. */
    JsonNode invoice(@Nullable String buyer, Map<String, ?> wish, String price) {
        return till.paid(order(buyer, wish), paying(cash(price)));
    }

    /** The card that was sold with an invoice, with its code. */
    JsonNode of(JsonNode invoice) {
        String id = invoice.path("id").asString();
        String card =
                till.api()
                        .get("/gift-cards?limit=200")
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(g -> g.path("invoiceId").asString("").equals(id))
                        .findFirst()
                        .orElseThrow()
                        .path("id")
                        .asString();
        return till.api().get("/gift-cards/" + card).json();
    }

    JsonNode sold(@Nullable String buyer, String amount) {
        return of(invoice(buyer, worth(amount), amount));
    }

    JsonNode again(JsonNode card) {
        return till.api().get("/gift-cards/" + card.path("id").asString()).json();
    }

    Answer does(JsonNode card, String deed, Map<String, ?> how) {
        return till.api().post("/gift-cards/" + card.path("id").asString() + "/" + deed, how);
    }

    static Map<String, Object> by(JsonNode card, String amount) {
        return Map.of(
                "tender",
                "gift_card",
                "amount",
                sek(amount),
                "reference",
                card.path("code").asString());
    }

    static String state(JsonNode card) {
        return card.path("state").asString();
    }
}
