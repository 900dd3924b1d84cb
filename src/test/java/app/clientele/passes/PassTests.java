package app.clientele.passes;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.Race;
import app.clientele.calendar.Diary;
import app.clientele.customers.merging.Merges;
import app.clientele.customers.merging.Merges.MergeDetails;
import app.clientele.shared.Permission;
import app.clientele.site.QrCode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Passes: given, scanned, lost, found again, replaced; through pages and programs. */
@ClienteleTest
class PassTests {
    private final ApiClient api = Cast.api(Permission.values());
    private final PageClient desk = Cast.mia().pages();
    private final String maya = customer("Maya");

    private String customer(String name) {
        return api.post("/customers", Map.of("firstName", name)).json().path("id").asString();
    }

    private static String passes(String customer) {
        return "/customers/" + customer + "/passes";
    }

    private JsonNode given(String customer, Map<String, ?> details) {
        Answer answer = api.post(passes(customer), details);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.json();
    }

    private static String path(JsonNode pass) {
        return passes(pass.path("customerId").asString()) + "/" + pass.path("id").asString();
    }

    private static String number() {
        return "MC " + UUID.randomUUID().toString().substring(0, 13);
    }

    private static String state(Answer answer) {
        return answer.json().path("state").asString();
    }

    @Test
    void oneThatIsMadeIsFoundHoweverItIsTyped() {
        JsonNode pass = given(maya, Map.of());
        String code = pass.path("code").asString();
        assertThat(code).matches("([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}");
        String bare = code.replace("-", "");
        for (String typed : List.of(code, bare, bare.toLowerCase(java.util.Locale.ROOT))) {
            Answer found = desk.get("/passes/scan?code=" + typed);
            assertThat(found.status()).as(found.toString()).isEqualTo(303);
            assertThat(found.location()).endsWith("/customers/" + maya);
            assertThat(api.get("/passes?code=" + typed).json().path("id"))
                    .isEqualTo(pass.path("id"));
            assertThat(desk.part("/palette?q=" + typed).body())
                    .contains("/passes/scan?code=" + bare);
            assertThat(api.get("/customers?q=" + typed).json().at("/items/0/id").asString())
                    .isEqualTo(maya);
        }
        assertThat(desk.get("/passes/scan?code=NOSUCH99").status()).isEqualTo(404);
        assertThat(api.get("/passes?code=NOSUCH99").status()).isEqualTo(404);
        assertThat(Cast.otto().pages().get("/passes/scan?code=" + bare).status()).isEqualTo(404);
        assertThat(ChangeLog.of(Cast.mia().business(), id(pass))).hasSize(1);
    }

    private static UUID id(JsonNode thing) {
        return UUID.fromString(thing.path("id").asString());
    }

    @Test
    void aPrintedCardIsAttachedToOneOnly() {
        String code = number();
        assertThat(desk.post(passes(maya) + "/new", "code", "").status()).isEqualTo(422);
        Answer brief = desk.post(passes(maya) + "/new", "code", "a-1", "label", "Blue");
        assertThat(brief.status()).isEqualTo(422);
        assertThat(brief.body()).contains("a-1", "Blue", "at least 4");
        Answer attached = desk.post(passes(maya) + "/new", "code", code, "label", "Blue");
        assertThat(attached.status()).isEqualTo(303);
        assertThat(desk.get(passes(maya)).body()).contains(code, "Blue", "in use");
        Answer taken = api.post(passes(customer("Noor")), Map.of("code", code.replace(" ", "-")));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.json().at("/errors/0/field").asString()).isEqualTo("code");
        String told = api.get("/customers/" + maya + "/timeline?kind=pass").body();
        assertThat(told).contains("Pass given", code);
    }

    @Test
    void ofManyAttachingOneCardAtOnceOneDoes() {
        String code = number();
        List<String> people = List.of(customer("A"), customer("B"), customer("C"), customer("D"));
        Race.between(
                people.stream()
                        .map(c -> (Runnable) () -> api.post(passes(c), Map.of("code", code)))
                        .toArray(Runnable[]::new));
        assertThat(people.stream().filter(c -> api.get(passes(c)).body().contains(code)))
                .hasSize(1);
    }

    @Test
    void aLostOneSaysSoAndMayBeFoundAgain() {
        JsonNode pass = given(maya, Map.of("code", number()));
        String code =
                java.net.URLEncoder.encode(
                        pass.path("code").asString(), java.nio.charset.StandardCharsets.UTF_8);
        Answer lost = desk.post(path(pass) + "/loss", "note", "Handbag stolen");
        assertThat(lost.status()).isEqualTo(303);
        assertThat(desk.get("/passes/scan?code=" + code).body())
                .contains("was reported lost", "Handbag stolen", "Maya", "take it in");
        assertThat(state(api.get("/passes?code=" + code))).isEqualTo("lost");
        assertThat(desk.get(path(pass) + "/pdf").status()).isEqualTo(404);
        JsonNode other = given(customer("Noor"), Map.of("code", pass.path("code").asString()));
        assertThat(desk.get("/passes/scan?code=" + code).location())
                .endsWith(other.path("customerId").asString());
        Answer refused = api.post(path(pass) + "/return", Map.of());
        assertThat(refused.json().at("/reasons/0/code").asString()).isEqualTo("pass_taken");
        assertThat(desk.post(path(pass) + "/return").body()).contains("Another pass has its code");
        assertThat(api.delete(path(other)).status()).isEqualTo(204);
        assertThat(state(api.post(path(pass) + "/return", Map.of()))).isEqualTo("live");
        assertThat(ChangeLog.of(Cast.mia().business(), id(pass)))
                .anyMatch(l -> l.startsWith("update by Mia Okafor") && l.contains("state=live"));
    }

    @Test
    void oneThatIsReplacedIsOverForGood() {
        JsonNode old = given(maya, Map.of("label", "Key ring"));
        Answer replaced = desk.post(path(old) + "/replacement", "code", "");
        assertThat(replaced.status()).isEqualTo(303);
        JsonNode now = api.get(passes(maya)).json().at("/items/0");
        assertThat(replaced.location()).endsWith(path(now));
        assertThat(now.path("label").asString()).isEqualTo("Key ring");
        assertThat(api.get(path(old)).json().path("replacedBy")).isEqualTo(now.path("id"));
        String code = old.path("code").asString();
        assertThat(desk.get("/passes/scan?code=" + code).body()).contains("was replaced", "Maya");
        assertThat(api.post(path(old) + "/loss", Map.of()).status()).isEqualTo(409);
        assertThat(api.post(path(old) + "/replacement", Map.of()).status()).isEqualTo(409);
        Answer inPlace = desk.post(path(now) + "/removal");
        assertThat(inPlace.status()).isEqualTo(409);
        assertThat(inPlace.body()).contains("instead of another pass");
    }

    @Test
    void whoIsHereForSomethingIsCheckedIn() {
        Diary diary = Diary.plain();
        String soon =
                diary.booked(maya, Cast.paul(), Instant.now().truncatedTo(ChronoUnit.MINUTES));
        JsonNode pass = given(maya, Map.of());
        String scan = "/passes/scan?code=" + pass.path("code").asString();
        Answer asked = desk.get(scan);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("Check in", "Paul Vries", "Open profile");
        String arrival = soon.replaceAll(".*/", "");
        Answer checked = desk.post(path(pass) + "/check-in", "arrival", arrival);
        assertThat(checked.location()).endsWith("/customers/" + maya);
        assertThat(api.get(soon).json().path("status").asString()).isEqualTo("arrived");
        assertThat(desk.get(scan).location()).endsWith("/customers/" + maya);
        String nobodys = UUID.randomUUID().toString();
        assertThat(desk.post(path(pass) + "/check-in", "arrival", nobodys).status()).isEqualTo(404);
    }

    @Test
    void itIsPrintedAndReadOffAPhoto() {
        JsonNode pass = given(maya, Map.of());
        String code = pass.path("code").asString();
        assertThat(desk.get(path(pass)).body())
                .contains("class=\"qr\"", code, "/pdf")
                .doesNotContain("/wallet");
        assertThat(desk.get(path(pass) + "/pdf").body()).startsWith("%PDF");
        assertThat(desk.get(path(pass) + "/wallet").location()).endsWith(path(pass));
        byte[] photo = Base64.getDecoder().decode(QrCode.picture(code).replaceAll(".*,", ""));
        Answer read = desk.upload("/passes/picture", "photo", "photo.png", photo);
        assertThat(read.location()).endsWith("/passes/scan?code=" + code);
        Answer text = desk.upload("/passes/picture", "photo", "photo.png", "no picture");
        assertThat(text.status()).isEqualTo(422);
        assertThat(desk.get("/passes/scan").body()).contains("data-scan", "USB scanner");
    }

    @Test
    void recordsThatMergeBringTheirs() {
        String twin = customer("Maja");
        JsonNode pass = given(twin, Map.of());
        UUID into = UUID.fromString(maya);
        Cast.mia()
                .call(() ->
                        Cast.bean(Merges.class)
                                .merge(new MergeDetails(into, UUID.fromString(twin), Map.of())));
        assertThat(desk.get("/passes/scan?code=" + pass.path("code").asString()).location())
                .endsWith(maya);
    }
}
