package app.clientele.sales;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.shared.Permission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What tests about sales put together and pay, over the API. */
public record Till(ApiClient api) {
    public static Till open() {
        return new Till(Cast.api(Permission.values()));
    }

    public static Map<String, String> sek(String amount) {
        return Map.of("amount", amount, "currency", "SEK");
    }

    public JsonNode made(String path, Object body) {
        Answer answer = api.post(path, body);
        assertThat(answer.status()).as(path + " " + answer).isEqualTo(201);
        return answer.json();
    }

    public String customer(String name) {
        return made("/customers", Map.of("firstName", name)).path("id").asString();
    }

    public String product(String price) {
        return made("/products", Map.of("name", "Oil " + UUID.randomUUID(), "price", sek(price)))
                .path("id")
                .asString();
    }

    /** An order of one of a product at each of these prices. */
    public JsonNode order(String customer, String... prices) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (String price : prices) {
            lines.add(Map.of("productId", product(price)));
        }
        return made("/orders", order(customer, lines));
    }

    public static Map<String, Object> order(String customer, List<?> lines) {
        Map<String, Object> order = new HashMap<>();
        order.put("customerId", customer);
        order.put("branchId", Cast.branch());
        order.put("lines", lines);
        return order;
    }

    public static Map<String, Object> cash(String amount) {
        return Map.of("tender", "cash", "amount", sek(amount));
    }

    public static Map<String, Object> paying(Object... payments) {
        return Map.of("payments", List.of(payments));
    }

    public Answer pay(JsonNode order, Map<String, ?> how, String... headers) {
        return api.post("/orders/" + order.path("id").asString() + "/payments", how, headers);
    }

    public JsonNode paid(JsonNode order, Map<String, ?> how) {
        Answer answer = pay(order, how);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    public JsonNode invoice(JsonNode invoice) {
        return api.get("/invoices/" + invoice.path("id").asString()).json();
    }

    /** The payments of an invoice, the first one first. */
    public List<JsonNode> payments(String customer, JsonNode invoice) {
        return api.get("/customers/" + customer + "/payments?limit=200")
                .json()
                .path("items")
                .valueStream()
                .filter(p -> p.path("invoiceId").equals(invoice.path("id")))
                .toList()
                .reversed();
    }

    public Answer refund(JsonNode payment, String amount) {
        return api.post(
                "/payments/" + payment.path("id").asString() + "/refunds",
                Map.of("amount", sek(amount), "reason", "Did not suit"));
    }

    public static String amount(JsonNode thing, String field) {
        return thing.path(field).path("amount").asString();
    }

    public static String reason(Answer refused) {
        assertThat(refused.status()).as(refused.toString()).isEqualTo(409);
        return refused.json().at("/reasons/0/code").asString();
    }
}
