package app.clientele.sales;

import static app.clientele.sales.Till.cash;
import static app.clientele.sales.Till.paying;
import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.shared.Permission;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What letters about sales bring along, and who sees a gift card's code in one. */
@ClienteleTest
class SaleLettersTests {
    private final Till till = Till.open();
    private final Gifts gifts = new Gifts(till);
    private final String nora = nora();
    private final ApiClient without =
            Cast.api(Permission.MESSAGE_VIEW, Permission.PROFILE_VIEW, Permission.PROFILE_CONTACT);

    private String nora() {
        var address = Map.of("address", "nora@example.net", "primary", true);
        return till.made("/customers", Map.of("firstName", "Nora", "emails", List.of(address)))
                .path("id")
                .asString();
    }

    private JsonNode letter() {
        String id =
                till.api()
                        .get("/customers/" + nora + "/messages")
                        .json()
                        .at("/items/0/id")
                        .asString();
        return till.api().get(path(id)).json();
    }

    private static String path(String id) {
        return "/messages/" + id;
    }

    @Test
    void anInvoiceGoesWithItsPaperThatIsMadeWhenItIsAskedFor() {
        JsonNode invoice = till.paid(till.order(nora, "20.00"), paying(cash("20.00")));
        String id = invoice.path("id").asString();
        till.api().post("/invoices/" + id + "/message", Map.of());
        JsonNode letter = letter();
        String number = invoice.path("number").asString();
        assertThat(letter.at("/enclosed/kind").asString()).isEqualTo("invoice");
        assertThat(letter.at("/enclosed/id").asString()).isEqualTo(id);
        assertThat(letter.at("/enclosed/fileName").asString()).isEqualTo(number + ".pdf");
        String page = path(letter.path("id").asString());
        Answer paper = till.api().get(page + "/attachment");
        assertThat(paper.header("Content-Type")).startsWith("application/pdf");
        assertThat(paper.body()).startsWith("%PDF");
        assertThat(without.get(page + "/attachment").status()).isEqualTo(403);
        assertThat(Cast.mia().pages().get(page).body()).contains(page + "/attachment", number);
        Answer shown = Cast.mia().pages().get(page + "/attachment");
        assertThat(shown.header("Content-Disposition")).contains("inline", number + ".pdf");
        assertThat(shown.body()).startsWith("%PDF");
        assertThat(kept(page)).doesNotContain("%PDF");
    }

    /** The row of a message, as it stands in the database. */
    private static String kept(String page) {
        return TestDatabase.ownerClient()
                .sql("select to_jsonb(m)::text from message m where m.id = :id::uuid")
                .param("id", page.replaceAll(".*/", ""))
                .query(String.class)
                .single();
    }

    @Test
    void theCodeInALetterIsSeenByWhoeverMaySeeCodesAndKeptNowhere() {
        JsonNode card = gifts.sold(nora, "30.00");
        assertThat(gifts.does(card, "message", Map.of()).status()).isEqualTo(200);
        String code = card.path("code").asString();
        String masked = "···· " + card.path("codeEnd").asString();
        JsonNode letter = letter();
        String page = path(letter.path("id").asString());
        assertThat(letter.path("text").asString()).contains(code).doesNotContain(masked);
        assertThat(letter.path("html").asString()).contains(code);
        assertThat(without.get(page).body()).contains(masked).doesNotContain(code);
        assertThat(without.get(page + "/attachment").status()).isEqualTo(403);
        assertThat(till.api().get("/messages?limit=5").body()).doesNotContain(code);
        assertThat(Cast.dora().pages().get(page).body()).contains(code);
        assertThat(Cast.paul().pages().get(page).body()).doesNotContain(code);
        assertThat(kept(page)).doesNotContain(code);
        assertThat(till.api().get(page + "/attachment").body()).startsWith("%PDF");
        assertThat(ChangeLog.of(Cast.mia().business(), id(letter)))
                .containsExactly("insert by Test")
                .noneMatch(line -> line.contains(code));
    }

    private static UUID id(JsonNode thing) {
        return UUID.fromString(thing.path("id").asString());
    }

    @Test
    void aCardThatIsWorthNothingAnyMoreHasNoPaper() {
        JsonNode card = gifts.sold(nora, "30.00");
        gifts.does(card, "message", Map.of());
        String page = path(letter().path("id").asString());
        gifts.does(card, "voiding", Map.of("reason", "Lost"));
        assertThat(till.api().get(page + "/attachment").status()).isEqualTo(404);
        assertThat(Cast.mia().pages().get(page + "/attachment").status()).isEqualTo(404);
    }
}
