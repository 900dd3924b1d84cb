package app.clientele.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.TestDatabase;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** Cards on file, left by a link on the sandbox's own page. */
@ClienteleTest
@ExtendWith(OutputCaptureExtension.class)
class CardTests {
    private final ApiClient api = Cast.api(Permission.values());
    private final PageClient desk = Cast.mia().pages();
    private final PageClient phone = PageClient.stranger();
    private final Wallet wallet = new Wallet(api);

    @BeforeEach
    void sandbox() {
        Wallet.use("sandbox", 2);
    }

    @Test
    void aCustomerLeavesACardByALinkAndItsNumberIsNowhere(CapturedOutput output) {
        String maya = wallet.customer("Maya");
        Answer made = desk.post("/customers/" + maya + "/cards");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.body()).contains("<svg class=\"qr\"", "/cards/");
        String link =
                made.body()
                        .replaceAll("(?s).*<code id=\"secret\">[^<]*(/cards/[^<]+)</code>.*", "$1");
        assertThat(phone.get(link).body()).contains("Hello Maya");
        String page = Wallet.path(phone.get(link + "/page"));
        assertThat(phone.get(page).body()).contains("Sandbox.", "4242 4242 4242 4242");
        assertThat(Wallet.path(phone.get(link + "/page"))).isEqualTo(page);
        Answer wrong = wallet.typed(page, "4111 1111 1111 1111", "13/20", "1");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("test numbers only", "13/20").doesNotContain("4111 1111");
        Answer typed = wallet.typed(page, TestCard.VISA.shown(), "12/34", "123");
        assertThat(typed.location()).endsWith(link + "/done");
        assertThat(phone.get(link + "/done").body()).contains("Thank you");
        assertThat(phone.get(page).status()).isEqualTo(410);
        JsonNode card = wallet.cards(maya).getFirst();
        assertThat(card.path("lastFour").asString()).isEqualTo("4242");
        assertThat(card.path("expiresOn").asString()).isEqualTo("2034-12-31");
        assertThat(card.path("primary").asBoolean()).isTrue();
        assertThat(desk.get("/customers/" + maya + "/cards").body()).contains("Visa ···· 4242");
        assertThat(ChangeLog.of(Cast.mia().business(), id(card)))
                .anyMatch(l -> l.startsWith("insert"));
        assertThat(PanSearch.inDatabase()).isEmpty();
        assertThat(output.getAll().replaceAll("[ -]", "")).doesNotContain("42424242", "41111111");
    }

    private static UUID id(JsonNode thing) {
        return UUID.fromString(thing.path("id").asString());
    }

    @Test
    void noMoreThanTheBusinessAllowsHoweverManyAtOnce() {
        String maya = wallet.customer("Maya");
        AtomicInteger kept = new AtomicInteger();
        Runnable keep = () -> kept.addAndGet(wallet.keep(maya, TestCard.VISA) == null ? 0 : 1);
        assertThat(Race.between(keep, keep, keep, keep, keep, keep)).containsOnly(Optional.empty());
        assertThat(kept).hasValue(2);
        assertThat(wallet.cards(maya)).hasSize(2);
        Answer full = api.post("/customers/" + maya + "/card-links", "{}");
        assertThat(full.json().at("/reasons/0/code").asString()).isEqualTo("cards_full");
    }

    @Test
    void oneIsPutFirstAndTakenOff() {
        String maya = wallet.customer("Maya");
        String one = wallet.keep(maya, TestCard.VISA);
        String other = wallet.keep(maya, TestCard.MASTERCARD);
        String cards = "/customers/" + maya + "/cards/";
        assertThat(api.send("PUT", cards + other + "/primary", Map.of()).status()).isEqualTo(200);
        assertThat(wallet.cards(maya).getFirst().path("id").asString()).isEqualTo(other);
        String removal = cards + other + "/removal";
        assertThat(desk.get(removal).body()).contains("be undone", "Mastercard ···· 4444");
        Answer endless = desk.post(removal, "reason", "x".repeat(201));
        assertThat(endless.status()).isEqualTo(422);
        assertThat(endless.body()).contains("xxx");
        assertThat(wallet.cards(maya)).hasSize(2);
        assertThat(desk.post(removal, "reason", "Stolen").status()).isEqualTo(303);
        assertThat(desk.get(removal).status()).isEqualTo(404);
        JsonNode told = api.get("/customers/" + maya + "/timeline?kind=card").json().at("/items/0");
        assertThat(told.path("title").asString()).isEqualTo("Card taken off file");
        assertThat(told.path("text").asString()).isEqualTo("Mastercard ···· 4444 · Stolen");
        assertThat(wallet.cards(maya)).hasSize(1);
        assertThat(wallet.cards(maya).getFirst().path("primary").asBoolean()).isTrue();
        Wallet.check();
        assertThat(gone()).isPositive();
        assertThat(api.delete(cards + one).status()).isEqualTo(204);
        assertThat(wallet.cards(maya)).isEmpty();
    }

    private static long gone() {
        return TestDatabase.ownerClient()
                .sql("select count(*) from sandbox_card where gone_at is not null")
                .query(Long.class)
                .single();
    }

    @Test
    void aMergeLosesNone() {
        String maya = wallet.customer("Maya");
        String twin = wallet.customer("Maja");
        List.of(maya, twin)
                .forEach(c -> {
                    wallet.keep(c, TestCard.VISA);
                    wallet.keep(c, TestCard.AMEX);
                });
        Answer merged = api.post("/merges", Map.of("into", maya, "from", twin));
        assertThat(merged.status()).as(merged.toString()).isEqualTo(201);
        assertThat(wallet.cards(maya)).hasSize(4);
        assertThat(wallet.cards(maya).stream().filter(c -> c.path("primary").asBoolean()))
                .hasSize(1);
        assertThat(wallet.keep(maya, TestCard.VISA)).isNull();
    }

    @Test
    void aLockedRecordTakesNoCard() {
        String maya = wallet.customer("Maya");
        JsonNode link = api.post("/customers/" + maya + "/card-links", "{}").json();
        String path = link.path("url").asString().replaceAll(".*/cards/", "/cards/");
        String page = Wallet.path(phone.get(path + "/page"));
        api.send("PUT", "/customers/" + maya + "/lock", Map.of("reason", "Moving"));
        wallet.typed(page, TestCard.VISA.shown(), "12/34", "123");
        phone.get(path + "/done");
        assertThat(wallet.cards(maya)).isEmpty();
        api.delete("/customers/" + maya + "/lock");
        phone.get(path + "/done");
        assertThat(wallet.cards(maya)).hasSize(1);
    }

    @Test
    void theLetterWithTheLinkIsInTheOutbox() {
        String maya = wallet.customer("Maya");
        Answer none = api.post("/customers/" + maya + "/card-links", Map.of("write", true));
        assertThat(none.json().at("/reasons/0/code").asString()).isEqualTo("no_email");
        String path = "/customers/" + maya;
        var address = Map.of("address", UUID.randomUUID() + "@example.com", "primary", true);
        api.patch(path, api.get(path).etag(), Map.of("emails", List.of(address)));
        assertThat(api.post(path + "/card-links", Map.of("write", true)).status()).isEqualTo(201);
        assertThat(api.get(path + "/messages").json().at("/items/0/purpose").asString())
                .isEqualTo("card");
    }

    @Test
    void keysAreSealedAndNotTold() {
        var off = Cast.otto();
        String path = "/payment-gateway";
        var api = off.api(Permission.values());
        Answer bad =
                api.patch(
                        path, api.get(path).etag(), Map.of("gateway", "stripe", "stripeKey", "x"));
        assertThat(bad.status()).isEqualTo(422);
        String key = "sk_test_" + UUID.randomUUID().toString().replace("-", "");
        Answer set =
                api.patch(
                        path, api.get(path).etag(), Map.of("gateway", "stripe", "stripeKey", key));
        assertThat(set.status()).as(set.toString()).isEqualTo(200);
        assertThat(set.body()).doesNotContain(key);
        assertThat(set.json().path("stripeKeySet").asBoolean()).isTrue();
        assertThat(off.call(() -> Cast.bean(GatewaySettings.class).key())).contains(key);
        assertThat(PanSearch.inDatabase(key)).isEmpty();
        assertThat(off.pages().get("/settings/payment-gateway").body())
                .contains("/webhooks/stripe/")
                .doesNotContain(key);
        api.patch(path, api.get(path).etag(), Map.of("gateway", "none"));
    }
}
