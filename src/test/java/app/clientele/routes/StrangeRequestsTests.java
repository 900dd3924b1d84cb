package app.clientele.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.shared.Permission;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests no page and no sane program sends: told so, and never a failure of ours. */
@ClienteleTest
class StrangeRequestsTests {
    @Autowired private DataSource database;

    private UUID ada = new UUID(0, 0);

    @BeforeEach
    void ada() {
        ada = customer("Ada");
    }

    private static UUID customer(String name) {
        Answer made = all().post("/customers", Map.of("firstName", name, "lastName", "Berg"));
        return UUID.fromString(made.json().path("id").asString());
    }

    private static ApiClient all() {
        return Cast.api(Permission.values());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/imports?cursor=YWJj",
                "/customers?email=%00",
                "/customers?externalId=a%00b",
                "/customers?language=%00",
                "/customers/{ada}/weights?cursor=YWJj",
                "/customers/{ada}/alerts?limit=0",
                "/customers/{ada}/addresses?limit=500"
            })
    void aWrongParameterIsNamed(String path) {
        Answer answer = all().get(path.replace("{ada}", ada.toString()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/field").asString())
                .isEqualTo(path.replaceAll(".*\\?(\\w+)=.*", "$1"));
    }

    @Test
    void aTextThatNoTextCanHoldIsOurCallersFault() {
        assertThat(all().get("/customers/" + ada + "/changes?field=%00").status()).isEqualTo(400);
    }

    @Test
    void aStrangerWithANulSignsInAsNobody() {
        Answer answer =
                PageClient.stranger()
                        .post("/sign-in", "email", "a\0b", "password", "whatever it is");
        assertThat(answer.status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/x{", "/x y", "//evil.example", "/\\evil.example", "https://evil.example"})
    void whereToGoNextIsAPageOfOurs(String next) {
        String query = java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8);
        Answer answer = Cast.mia().pages().get("/sign-in?next=" + query);
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo("/");
    }

    @Test
    void namesThatNoFormHasAreRefused() {
        Answer answer =
                Cast.mia()
                        .pages()
                        .post("/customers/new", "addresses[0].city", "Lund", "addresses.b.c", "2");
        assertThat(answer.status()).isEqualTo(422);
    }

    @Test
    void aStrangerHasNoFileReadAndPutAside() {
        Answer answer = PageClient.stranger().upload("/sign-in", "email", "a.csv", "a,b");
        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void aBodyBeyondAllReasonIsNotReadToItsEnd() {
        String body = "{\"firstName\":\"" + "a".repeat(6_000_000) + "\"}";
        assertThat(all().post("/customers", body).status()).isEqualTo(413);
        assertThat(all().post("/customers", body.substring(0, 4_000_000) + "\"}").status())
                .isEqualTo(422);
    }

    @Test
    void aCardNumberIsNoSearchToKeep() {
        Answer view =
                all().post("/customer-views", Map.of("name", "A", "query", "q=4111111111111111"));
        assertThat(view.status()).as(view.body()).isEqualTo(422);
        assertThat(view.body()).contains("card number");
    }

    @Test
    void aPictureIsWhereTheKeyCanFetchIt() {
        ApiClient api = all();
        byte[] picture = World.PHOTO;
        assertThat(
                        api.upload("PUT", "/customers/" + ada + "/photo", "photo", "a.png", picture)
                                .status())
                .isEqualTo(200);
        String url = api.get("/customers/" + ada).json().path("photoUrl").asString();
        assertThat(url).startsWith("/api/v1/");
        Answer photo = api.get(url.substring("/api/v1".length()));
        assertThat(photo.status()).isEqualTo(200);
        assertThat(photo.header("Content-Type")).isEqualTo("image/jpeg");
    }

    @Test
    void weighingsComeInPagesAndAnOldOneIsFoundToo() {
        ApiClient api = all();
        String path = "/customers/" + ada + "/weights";
        for (String date : List.of("2021-03-01", "2024-03-01", "2019-03-01")) {
            Answer made = api.post(path, Map.of("value", 70, "unit", "kg", "date", date));
            assertThat(made.status()).as(made.body()).isEqualTo(201);
        }
        List<String> dates = new ArrayList<>();
        String next = "";
        do {
            var page = api.get(path + "?limit=1" + next).json();
            dates.add(page.at("/items/0/date").asString());
            next = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asString();
        } while (!next.isEmpty());
        assertThat(dates).containsExactly("2024-03-01", "2021-03-01", "2019-03-01");
    }

    @Test
    void manyAtOnceWithAKeyForTheRequestEndThoughOneIsRefused() {
        ApiClient api = all();
        UUID bo = customer("Bo");
        api.put("/customers/" + ada + "/lock", Map.of("reason", "Court case"));
        Permission[] noLock =
                Stream.of(Permission.values())
                        .filter(p -> p != Permission.PROFILE_LOCK)
                        .toArray(Permission[]::new);
        Map<String, Object> wanted =
                Map.of("action", "deactivate", "customerIds", List.of(ada, bo));
        ApiClient other = Cast.api(noLock);
        Answer begun = other.post("/bulk-changes", wanted, "Idempotency-Key", "k-" + ada);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String path = begun.location().substring("/api/v1".length());
        await().until(() -> other.get(path).json().path("state").asString().equals("done"));
        assertThat(other.get(path).json().path("failed").asInt()).isEqualTo(1);
        assertThat(api.get("/customers/" + bo).body()).doesNotContain("\"deactivatedAt\":null");
    }

    @Test
    void aTagTickedMeanwhileMakesAnEditLate() {
        ApiClient api = all();
        String vip = api.post("/tags", Map.of("name", "VIP " + ada)).json().path("id").asString();
        String etag = api.get("/customers/" + ada).header("ETag");
        assertThat(api.put("/customers/" + ada + "/tags/" + vip, "{}").status()).isLessThan(300);
        assertThat(api.patch("/customers/" + ada, etag, Map.of("tags", List.of())).status())
                .isEqualTo(412);
        String now = api.get("/customers/" + ada).header("ETag");
        assertThat(api.put("/customers/" + ada + "/tags/" + vip, "{}").status()).isLessThan(300);
        assertThat(api.get("/customers/" + ada).header("ETag")).isEqualTo(now);
    }

    @Test
    void whoMayNotTickTagsCannotByTheWholeRecordEither() {
        all().post("/tags", Map.of("name", "Regular " + ada));
        ApiClient editor =
                Cast.api(
                        Permission.PROFILE_VIEW,
                        Permission.PROFILE_EDIT,
                        Permission.PROFILE_CONTACT);
        String etag = editor.get("/customers/" + ada).header("ETag");
        assertThat(
                        editor.patch(
                                        "/customers/" + ada,
                                        etag,
                                        Map.of("tags", List.of("Regular " + ada)))
                                .status())
                .isEqualTo(403);
        assertThat(editor.patch("/customers/" + ada, etag, Map.of("firstName", "Adele")).status())
                .isEqualTo(200);
    }

    @Test
    void whoMayNotWriteNotesCannotByPuttingBackEither() {
        ApiClient api = all();
        String notes = "/customers/" + ada + "/notes";
        String note = api.post(notes, Map.of("body", "Prefers tea")).json().path("id").asString();
        api.delete(notes + "/" + note);
        String change =
                api.get("/customers/" + ada + "/changes").json().at("/items/0/id").asString();
        ApiClient historian =
                Cast.api(
                        Permission.PROFILE_VIEW,
                        Permission.HISTORY_VIEW,
                        Permission.HISTORY_RESTORE,
                        Permission.NOTE_VIEW);
        String reversal = "/customers/" + ada + "/changes/" + change + "/reversal";
        assertThat(historian.post(reversal, "{}").status()).isEqualTo(403);
        assertThat(api.post(reversal, "{}").status()).isLessThan(300);
    }

    @Test
    void aBusyDatabaseIsToldAsSuch() throws Exception {
        ApiClient api = all();
        PageClient pages = Cast.mia().pages();
        api.get("/customers/" + ada); // the key and the session are known for a moment
        pages.get("/customers/" + ada);
        List<Connection> taken = new ArrayList<>();
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            int all = database.unwrap(HikariDataSource.class).getMaximumPoolSize();
            while (taken.size() < all) {
                taken.add(database.getConnection());
            }
            List<Callable<Answer>> requests =
                    List.of(
                            () -> api.get("/customers/" + ada),
                            () -> pages.get("/customers/" + ada),
                            () -> new ApiClient(Cast.url(), "ck_unknown").get("/customers"),
                            () -> new PageClient(Cast.url(), "unknown").get("/customers"));
            for (Future<Answer> answer : asking.invokeAll(requests)) {
                assertThat(answer.get().status()).as(answer.get().body()).isEqualTo(503);
                assertThat(answer.get().header("Retry-After")).isNotBlank();
            }
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(api.get("/customers/" + ada).status()).isEqualTo(200);
    }
}
