package app.clientele.sales;

import static app.clientele.sales.Till.amount;
import static app.clientele.sales.Till.paying;
import static app.clientele.sales.Till.sek;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.TestDatabase;
import app.clientele.gateway.Cards;
import app.clientele.gateway.Gateway.StoredCard;
import app.clientele.gateway.GatewaySettings;
import app.clientele.gateway.StripeStandIn;
import app.clientele.gateway.StripeStandIn.Fault;
import app.clientele.gateway.Wallet;
import com.stripe.net.Webhook;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Whatever becomes of a request to Stripe (R4, C4 to C6): nobody is charged twice, nothing that
 * went through is called failed, and what is not known is found out within two looks.
 */
@ClienteleTest
class GatewayFaultTests {
    private static final String SECRET = "whsec_0123456789";

    private final Till till = Till.open();
    private final Wallet wallet = new Wallet(till.api());
    private final HttpClient http = HttpClient.newHttpClient();
    private StripeStandIn stripe;

    @BeforeEach
    void stripe() {
        stripe = new StripeStandIn();
        Wallet.use("stripe", 5);
    }

    @AfterEach
    void back() {
        stripe.behave(Fault.NONE);
        Wallet.check();
        Wallet.use("sandbox", 5);
        stripe.close();
    }

    private String card(String customer, String token) {
        var stored =
                new StoredCard(
                        token + UUID.randomUUID().toString().replace("-", ""),
                        "cus_" + customer,
                        "Visa",
                        "4242",
                        LocalDate.of(2034, 12, 31),
                        null);
        return Cast.mia()
                .call(() ->
                        Cast.bean(Cards.class).keep(UUID.fromString(customer), "stripe", stored))
                .id()
                .toString();
    }

    private record Sale(String customer, JsonNode invoice) {}

    private Sale sold(String token, String... headers) {
        String maya = till.customer("Maya");
        String card = card(maya, token);
        var by = Map.of("tender", "card_on_file", "amount", sek("80.00"), "reference", card);
        Answer paid = till.pay(till.order(maya, "80.00"), paying(by), headers);
        assertThat(paid.status()).as(paid.toString()).isEqualTo(201);
        return new Sale(maya, paid.json());
    }

    private JsonNode last(Sale sale) {
        return till.payments(sale.customer(), sale.invoice()).getLast();
    }

    private static String state(JsonNode payment) {
        return payment.path("state").asString();
    }

    private long went(String kind, JsonNode payment) {
        return stripe.of(kind, payment.path("id").asString()).stream()
                .filter(t -> t.get("status").equals("succeeded"))
                .count();
    }

    /** What is told is true, however much of it; after two looks all of it is told. */
    private void mustComeTrue(Sale sale, String kind) {
        mustBeTrue(last(sale), kind);
        stripe.behave(Fault.NONE);
        Wallet.check();
        mustBeTrue(last(sale), kind);
        Wallet.check();
        JsonNode payment = last(sale);
        assertThat(state(payment)).isEqualTo(went(kind, payment) == 1 ? "taken" : "failed");
    }

    private void mustBeTrue(JsonNode payment, String kind) {
        long went = went(kind, payment);
        assertThat(went).as("how often the money moved").isLessThanOrEqualTo(1);
        assertThat(state(payment)).isNotEqualTo(went == 1 ? "failed" : "taken");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void charges(Fault fault) {
        stripe.behave(fault);
        Sale sale = sold("pm_");
        mustComeTrue(sale, "payment_intent");
        boolean taken = state(last(sale)).equals("taken");
        assertThat(amount(till.invoice(sale.invoice()), "owed"))
                .isEqualTo(taken ? "0.00" : "80.00");
        assertThat(amount(till.invoice(sale.invoice()), "onItsWay")).isEqualTo("0.00");
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void refunds(Fault fault) {
        Sale sale = sold("pm_");
        JsonNode payment = last(sale);
        stripe.behave(fault);
        Answer back = till.refund(payment, "30.00");
        assertThat(back.status()).as(back.toString()).isEqualTo(201);
        assertThat(till.refund(payment, "60.00").status()).isBetween(201, 409);
        mustComeTrue(sale, "refund");
        long moved = stripe.of("refund", back.json().path("id").asString()).size();
        assertThat(moved).isLessThanOrEqualTo(1);
        JsonNode invoice = till.invoice(sale.invoice());
        assertThat(amount(invoice, "credited")).isEqualTo(amount(invoice, "refunded"));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void cards(Fault fault) {
        String maya = till.customer("Maya");
        var phone = PageClient.stranger();
        String url = till.made("/customers/" + maya + "/card-links", "{}").path("url").asString();
        String path = url.replaceAll(".*/cards/", "/cards/");
        stripe.behave(fault);
        int first = phone.get(path + "/page").status();
        assertThat(first).isIn(303, 503);
        stripe.behave(Fault.NONE);
        Answer page = phone.get(path + "/page");
        assertThat(page.status()).isEqualTo(303);
        stripe.typed(page.location().replaceAll(".*/", ""));
        assertThat(phone.get(path + "/done").status()).isEqualTo(200);
        assertThat(phone.get(path + "/done").status()).isEqualTo(200);
        assertThat(wallet.cards(maya)).hasSize(1);
        stripe.behave(fault);
        String card = wallet.cards(maya).getFirst().path("id").asString();
        assertThat(till.api().delete("/customers/" + maya + "/cards/" + card).status())
                .isEqualTo(204);
        Wallet.check();
        stripe.behave(Fault.NONE);
        Wallet.check();
        assertThat(open()).isZero();
    }

    private static long open() {
        return TestDatabase.ownerClient()
                .sql(
                        "select count(*) from gateway_operation where kind = 'remove' and business_id = :b")
                .param("b", Cast.mia().business())
                .query(Long.class)
                .single();
    }

    /** Killed after it was committed and before it was asked, and while it was asked. */
    @Test
    void whatACrashLeftIsDoneOnceOrNotAtAll() {
        String[] key = {"Idempotency-Key", UUID.randomUUID().toString()};
        Sale before = sold("pm_", key); // within a transaction nothing is asked yet
        assertThat(state(last(before))).isEqualTo("pending");
        assertThat(went("payment_intent", last(before))).isZero();
        Wallet.check();
        assertThat(state(last(before))).isEqualTo("taken");
        assertThat(went("payment_intent", last(before))).isEqualTo(1);

        Sale during = sold("pm_", "Idempotency-Key", UUID.randomUUID().toString());
        TestDatabase.ownerClient()
                .sql("update gateway_operation set state = 'sent', sent_at = now() where id = :id")
                .param("id", UUID.fromString(last(during).path("id").asString()))
                .update();
        Wallet.check();
        assertThat(state(last(during))).isEqualTo("failed");
        assertThat(last(during).path("failure").asString()).isEqualTo("never_arrived");
        assertThat(went("payment_intent", last(during))).isZero();
    }

    @Test
    void aBankThatAsksItsCustomerIsWaitedFor() {
        Sale sale = sold("pm_3ds");
        assertThat(last(sale).path("confirmUrl").asString()).isEqualTo("https://bank.example/3ds");
        String intent = intent(sale);
        stripe.set(intent, "succeeded");
        assertThat(event("payment_intent.succeeded", sale, intent)).isEqualTo(200);
        assertThat(state(last(sale))).isEqualTo("taken");
    }

    private String intent(Sale sale) {
        return stripe.of("payment_intent", last(sale).path("id").asString())
                .getFirst()
                .get("id")
                .toString();
    }

    private String hook() {
        return Cast.mia().call(() -> Cast.bean(GatewaySettings.class).hookPath()).orElseThrow();
    }

    private static String body(String type, Sale sale, String intent, String payment) {
        String status = type.endsWith("closed") ? "lost" : "needs_response";
        String object =
                type.startsWith("charge.dispute")
                        ? "{\"payment_intent\":\"%s\",\"reason\":\"fraudulent\",\"status\":\"%s\"}"
                                .formatted(intent, status)
                        : "{\"id\":\"%s\",\"metadata\":{\"clientele_id\":\"%s\"}}"
                                .formatted(intent, payment);
        return "{\"type\":\"%s\",\"data\":{\"object\":%s}}".formatted(type, object);
    }

    private int event(String type, Sale sale, String intent) {
        String body = body(type, sale, intent, last(sale).path("id").asString());
        return send(hook(), body, signed(body, SECRET, now()));
    }

    private static long now() {
        return System.currentTimeMillis() / 1000;
    }

    private static String signed(String body, String secret, long at) {
        return "t=" + at + ",v1=" + signature(body, secret, at);
    }

    private static String signature(String body, String secret, long at) {
        try {
            return Webhook.Util.computeHmacSha256(secret, at + "." + body);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private int send(String path, String body, String signature) {
        var request =
                HttpRequest.newBuilder(URI.create(Cast.url() + path))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body));
        if (signature != null) {
            request.header("Stripe-Signature", signature);
        }
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void onlyWhatStripeSignedIsTaken() {
        Sale sale = sold("pm_3ds");
        String intent = intent(sale);
        stripe.set(intent, "succeeded");
        String body =
                body("payment_intent.succeeded", sale, intent, last(sale).path("id").asString());
        long at = now();
        String good = signature(body, SECRET, at);
        String bad = signature(body, "whsec_other00000", at);
        assertThat(send(hook(), body + " ", signed(body, SECRET, at))).isEqualTo(400);
        assertThat(send(hook(), body.replace(":", ": "), signed(body, SECRET, at))).isEqualTo(400);
        assertThat(send(hook(), body, signed(body, SECRET, at - 301))).isEqualTo(400);
        assertThat(send(hook(), body, signed(body, "whsec_other00000", at))).isEqualTo(400);
        assertThat(send(hook(), body, "t=" + at + ",v0=" + good)).isEqualTo(400);
        assertThat(send(hook(), body, "v1=" + good)).isEqualTo(400);
        assertThat(send(hook(), body, "t=" + (at + 1) + ",v1=" + good)).isEqualTo(400);
        assertThat(send(hook(), body, "t=" + at)).isEqualTo(400);
        assertThat(send(hook(), body, "nonsense")).isEqualTo(400);
        assertThat(send(hook(), body, null)).isEqualTo(400);
        assertThat(send("/webhooks/stripe/" + "x".repeat(43), body, signed(body, SECRET, at)))
                .isEqualTo(404);
        assertThat(state(last(sale))).isEqualTo("pending");
        assertThat(send(hook(), body, "t=" + at + ",v1=" + bad + ",v1=" + good)).isEqualTo(200);
        assertThat(state(last(sale))).isEqualTo("taken");
    }

    @Test
    void eventsComeInAnyOrderAndMoreThanOnce() {
        List<String> events =
                List.of(
                        "payment_intent.succeeded",
                        "payment_intent.created",
                        "charge.dispute.created",
                        "charge.dispute.closed");
        for (List<String> order : orders(events)) {
            Sale sale = sold("pm_");
            String intent = intent(sale);
            for (String type : order) {
                assertThat(event(type, sale, intent)).isEqualTo(200);
                assertThat(event(type, sale, intent)).isEqualTo(200);
            }
            assertThat(state(last(sale))).isEqualTo("taken");
            assertThat(last(sale).at("/dispute/state").asString()).isEqualTo("lost");
            assertThat(amount(till.invoice(sale.invoice()), "paid")).isEqualTo("80.00");
        }
    }

    private static Set<List<String>> orders(List<String> events) {
        Set<List<String>> all = new java.util.LinkedHashSet<>();
        if (events.isEmpty()) {
            all.add(List.of());
        }
        for (String first : events) {
            List<String> rest = new ArrayList<>(events);
            rest.remove(first);
            for (List<String> tail : orders(rest)) {
                List<String> whole = new ArrayList<>(List.of(first));
                whole.addAll(tail);
                all.add(whole);
            }
        }
        return all;
    }
}
