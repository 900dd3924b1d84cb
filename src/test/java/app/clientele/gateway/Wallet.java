package app.clientele.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.PageClient;
import app.clientele.TestDatabase;
import app.clientele.gateway.GatewaySettings.SetupDetails;
import app.clientele.gateway.sandbox.Sandbox;
import app.clientele.gateway.sandbox.TestCard;
import app.clientele.shared.Refused;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What tests about cards on file do with them. */
public record Wallet(ApiClient api) {
    /** Has Mia's business use this gateway. */
    public static void use(String gateway, int most) {
        Cast.mia()
                .run(() -> {
                    var settings = Cast.bean(GatewaySettings.class);
                    var setup = settings.current();
                    if (!setup.gateway().equals(gateway)) {
                        abandon();
                    }
                    settings.change(
                            new SetupDetails(
                                    gateway, most, "sk_test_0123456789", "whsec_0123456789"),
                            setup.version());
                });
    }

    /** What earlier tests left under way. */
    private static void abandon() {
        TestDatabase.ownerClient()
                .sql(
                        "update gateway_operation set state = 'declined' where business_id = :b and state not in ('succeeded', 'declined')")
                .param("b", Cast.mia().business())
                .update();
    }

    /** What the background does every few seconds, with all that is open due. */
    public static void check() {
        TestDatabase.ownerClient()
                .sql(
                        """
                        update gateway_operation set look_at = now() - interval '1 hour', sent_at = sent_at - interval '1 hour'
                        where state not in ('succeeded', 'declined')
                        """)
                .update();
        GatewayJobs.run(Cast.bean(Operations.class), Cast.bean(CardLinks.class));
    }

    public String customer(String name) {
        Answer made = api.post("/customers", Map.of("firstName", name));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        return made.json().path("id").asString();
    }

    /** The id of a card just put on file; nothing when there are too many. */
    public @Nullable String keep(String customer, TestCard card) {
        return Cast.mia()
                .call(() -> {
                    var stored =
                            Cast.bean(Sandbox.class)
                                    .card(card, YearMonth.now().plusYears(2), "M. Bishop");
                    try {
                        return Cast.bean(Cards.class)
                                .keep(UUID.fromString(customer), "sandbox", stored)
                                .id()
                                .toString();
                    } catch (Refused full) {
                        return null;
                    }
                });
    }

    public List<JsonNode> cards(String customer) {
        return api.get("/customers/" + customer + "/cards")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** Where an answer leads, without the host. */
    public static String path(Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        return URI.create(answer.location()).getPath();
    }

    public Answer typed(String page, String number, String expiry, String code) {
        return PageClient.stranger()
                .post(
                        page + "/card",
                        "number",
                        number,
                        "expiry",
                        expiry,
                        "code",
                        code,
                        "holder",
                        "M. Bishop");
    }
}
