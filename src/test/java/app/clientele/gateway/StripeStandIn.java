package app.clientele.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stands in for Stripe: a server of its own that keeps what it is asked, honours idempotency keys,
 * and fails as it is told to.
 */
public final class StripeStandIn implements AutoCloseable {
    /** What becomes of the next requests that ask for something to be done. */
    public enum Fault {
        NONE,
        NO_CONNECT,
        RESET_BEFORE,
        RESET_AFTER,
        ERROR_BEFORE,
        ERROR_AFTER,
        TOO_MANY,
        DECLINED,
        MALFORMED,
        SLOW,
        TWICE
    }

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, Map<String, Object>> things = new LinkedHashMap<>();
    private final Map<String, Answer> byKey = new LinkedHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Fault fault = Fault.NONE;

    private record Answer(int status, Map<String, Object> body) {}

    public StripeStandIn() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        behave(Fault.NONE);
    }

    public void behave(Fault wanted) {
        fault = wanted;
        int port = wanted == Fault.NO_CONNECT ? 1 : server.getAddress().getPort();
        System.setProperty("clientele.gateway.stripe-url", "http://127.0.0.1:" + port);
        System.setProperty(
                "clientele.gateway.read-timeout", wanted == Fault.SLOW ? "500ms" : "20s");
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        System.clearProperty("clientele.gateway.stripe-url");
        System.clearProperty("clientele.gateway.read-timeout");
    }

    /** What it holds under an id of ours, whichever way it went. */
    public synchronized List<Map<String, Object>> of(String kind, String ours) {
        return things.values().stream()
                .filter(t -> t.get("object").equals(kind))
                .filter(t -> ((Map<?, ?>) t.get("metadata")).get("clientele_id").equals(ours))
                .toList();
    }

    public synchronized void set(String id, String status) {
        things.get(id).put("status", status);
    }

    public synchronized boolean knows(String id) {
        return things.containsKey(id);
    }

    /** Puts in a card as if it had been typed in on the page. */
    public synchronized void typed(String session) {
        String method = "pm_" + UUID.randomUUID().toString().replace("-", "");
        things.put(
                method,
                new LinkedHashMap<>(
                        Map.of(
                                "id",
                                method,
                                "object",
                                "payment_method",
                                "metadata",
                                Map.of("clientele_id", ""))));
        Map<String, Object> card =
                Map.of("brand", "visa", "last4", "4242", "exp_month", 12, "exp_year", 2034);
        var stored =
                Map.of(
                        "id",
                        method,
                        "object",
                        "payment_method",
                        "type",
                        "card",
                        "card",
                        card,
                        "billing_details",
                        Map.of("name", "M. Bishop"));
        things.get(session).put("customer", "cus_1");
        things.get(session)
                .put(
                        "setup_intent",
                        Map.of(
                                "id",
                                "seti_1",
                                "object",
                                "setup_intent",
                                "status",
                                "succeeded",
                                "payment_method",
                                stored));
    }

    private void handle(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        boolean writes = exchange.getRequestMethod().equals("POST");
        Fault now = writes ? fault : Fault.NONE;
        switch (now) {
            case RESET_BEFORE -> exchange.close();
            case ERROR_BEFORE -> send(exchange, 500, error("api_error", "x"));
            case TOO_MANY -> send(exchange, 429, error("invalid_request_error", "rate_limit"));
            default -> answer(exchange, form, now);
        }
    }

    private void answer(HttpExchange exchange, Map<String, String> form, Fault now)
            throws IOException {
        Answer answer = once(exchange, form, now);
        if (now == Fault.TWICE) {
            answer = once(exchange, form, now);
        }
        switch (now) {
            case RESET_AFTER -> exchange.close();
            case ERROR_AFTER -> send(exchange, 500, error("api_error", "x"));
            case MALFORMED -> write(exchange, 200, "{\"id\": \"pi_");
            case SLOW -> {
                await();
                exchange.close();
            }
            default -> send(exchange, answer.status(), answer.body());
        }
    }

    private void await() {
        try {
            over.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Answer once(HttpExchange exchange, Map<String, String> form, Fault now) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        String path = exchange.getRequestURI().getPath();
        boolean made = exchange.getRequestMethod().equals("POST") && key != null;
        return made
                ? byKey.computeIfAbsent(key, k -> done(path, form, now))
                : exchange.getRequestMethod().equals("POST")
                        ? done(path, form, now)
                        : read(path, exchange.getRequestURI().getQuery());
    }

    private Answer done(String path, Map<String, String> form, Fault now) {
        if (path.equals("/v1/payment_intents")) {
            return charged(form, now);
        }
        if (path.endsWith("/confirm")) {
            var intent = things.get(path.split("/")[3]);
            intent.put("status", "requires_action");
            intent.put(
                    "next_action",
                    Map.of(
                            "type",
                            "redirect_to_url",
                            "redirect_to_url",
                            Map.of("url", "https://bank.example/3ds")));
            return new Answer(200, intent);
        }
        if (path.endsWith("/cancel")) {
            var intent = things.get(path.split("/")[3]);
            intent.put("status", "canceled");
            return new Answer(200, intent);
        }
        if (path.endsWith("/detach")) {
            boolean known = things.remove(path.split("/")[3]) != null;
            return known
                    ? new Answer(200, Map.of("id", "pm", "object", "payment_method"))
                    : new Answer(404, error("invalid_request_error", "resource_missing"));
        }
        if (path.equals("/v1/refunds")) {
            return refunded(form, now);
        }
        var session = thing("cs", "checkout.session", form);
        session.put("url", "https://checkout.example/" + session.get("id"));
        return new Answer(200, session);
    }

    private Answer charged(Map<String, String> form, Fault now) {
        var intent = thing("pi", "payment_intent", form);
        String card = form.getOrDefault("payment_method", "");
        boolean asks = card.startsWith("pm_3ds");
        boolean declined = asks || now == Fault.DECLINED;
        intent.put("customer", form.get("customer"));
        intent.put("status", declined ? "requires_payment_method" : "succeeded");
        if (!declined) {
            return new Answer(200, intent);
        }
        var why =
                asks
                        ? Map.<String, Object>of(
                                "code", "authentication_required", "type", "card_error")
                        : Map.<String, Object>of(
                                "code",
                                "card_declined",
                                "decline_code",
                                "insufficient_funds",
                                "type",
                                "card_error");
        intent.put("last_payment_error", why);
        var error = new LinkedHashMap<>(why);
        error.put("payment_intent", intent);
        return new Answer(402, Map.of("error", error));
    }

    private Answer refunded(Map<String, String> form, Fault now) {
        if (now == Fault.DECLINED) {
            return new Answer(400, error("invalid_request_error", "charge_disputed"));
        }
        var refund = thing("re", "refund", form);
        refund.put("payment_intent", form.get("payment_intent"));
        refund.put("status", "succeeded");
        return new Answer(200, refund);
    }

    private Map<String, Object> thing(String prefix, String object, Map<String, String> form) {
        Map<String, Object> thing = new LinkedHashMap<>();
        String id = prefix + "_" + UUID.randomUUID().toString().replace("-", "");
        thing.put("id", id);
        thing.put("object", object);
        thing.put("amount", Long.parseLong(form.getOrDefault("amount", "0")));
        thing.put(
                "metadata",
                Map.of("clientele_id", form.getOrDefault("metadata[clientele_id]", "")));
        things.put(id, thing);
        return thing;
    }

    private Answer read(String path, String query) {
        String[] parts = path.split("/");
        var one = things.get(parts[parts.length - 1]);
        if (one != null) {
            return new Answer(200, one);
        }
        String kind = path.equals("/v1/refunds") ? "refund" : "payment_intent";
        String by = kind.equals("refund") ? "payment_intent" : "customer";
        String wanted = form(query == null ? "" : query).get(by);
        var found = new ArrayList<Map<String, Object>>();
        for (var thing : things.values()) {
            if (thing.get("object").equals(kind)
                    && wanted != null
                    && wanted.equals(thing.get(by))) {
                found.add(thing);
            }
        }
        return new Answer(
                200, Map.of("object", "list", "data", found, "has_more", false, "url", path));
    }

    private static Map<String, Object> error(String type, String code) {
        return Map.of("error", Map.of("type", type, "code", code, "message", "No"));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return fields;
    }

    private static void send(HttpExchange exchange, int status, Map<String, Object> body)
            throws IOException {
        write(exchange, status, JSON.writeValueAsString(body));
    }

    private static void write(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
