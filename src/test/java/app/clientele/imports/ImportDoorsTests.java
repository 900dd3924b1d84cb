package app.clientele.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.clientele.Answer;
import app.clientele.ApiClient;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.TestDatabase;
import app.clientele.shared.Permission;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Importing by the pages and by the API. */
@ClienteleTest
class ImportDoorsTests {
    private static final String LIST =
            """
            First Name,Email,Note
            Ann,ann@example.com,First
            "=cmd|' /C calc'!A0",x@example.com,one,two,three
            """;

    @Test
    void tellsWhatIsUnderstoodAndWhyAFileIsNot() {
        PageClient mia = Cast.mia().pages();

        assertThat(mia.get("/imports").body()).contains("Vagaro", "512 MB");
        Answer refused = mia.upload("/imports", "file", "list.pdf", "%PDF-1.7 whatever");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This is a PDF");
        assertThat(mia.upload("/imports", "file", "list.csv", "").status()).isEqualTo(422);
        assertThat(mia.upload("/imports", "file", "list.csv", "First Name,Email\n").body())
                .contains("only column names");
        assertThat(mia.get("/imports").body()).contains("data-most-bytes=\"536870912\"");
    }

    @Test
    void remembersWhereTheColumnsOfSuchAListGo() {
        PageClient mia = Cast.mia().pages();
        String page = mia.upload("/imports", "file", "a.csv", "Zzz,Qqq\nAnn,Blue\n").location();
        assertThat(mia.get(page).body()).contains("is no list of a product known here");
        mia.post(page + "/columns", "c0", "first_name", "onDuplicate", "skip");

        String next = mia.upload("/imports", "file", "b.csv", "Zzz,Qqq\nBob,Red\n").location();

        assertThat(mia.get(next).body()).contains("The columns stand where they were put last");
    }

    @Test
    void leadsFromTheFileToTheCustomersAndBack() {
        PageClient mia = Cast.mia().pages();
        String page = mia.upload("/imports", "file", "my list.csv", LIST).location();
        assertThat(page).startsWith("/imports/");
        assertThat(mia.get(page).body())
                .contains("my list.csv", "ann@example.com", "<optgroup", "Skip the row");

        Answer tried = mia.post(page + "/columns", "c0", "first_name", "onDuplicate", "skip");
        assertThat(tried.location()).isEqualTo(page);
        assertThat(ended(mia, page))
                .contains("Would create 1", "Take them in", "The row has 5 cells");
        assertThat(mia.get(page + "?verdict=create").body()).doesNotContain("The row has 5 cells");
        Answer errors = mia.get(page + "/errors.csv");
        assertThat(errors.header("Content-Disposition")).contains("attachment");
        assertThat(errors.body())
                .startsWith("\uFEFFFirst Name,Email,Note,Reason\n".replace("\n", "\r\n"))
                .contains("\"'=cmd|' /C calc'!A0\",x@example.com,one,\"The row has 5 cells");

        mia.post(page + "/start");
        assertThat(ended(mia, page)).contains("Created 1", "/customers?importId=", "Ann");
        assertThat(mia.get(page + "/columns").location()).isEqualTo(page);
        assertThat(mia.part(page + "/undo").body())
                .contains("The one customer this import created");
        mia.post(page + "/undo");
        assertThat(ended(mia, page)).contains("One customer was removed");
        assertThat(mia.get("/imports").body()).contains("my list.csv", "Taken back");
    }

    private static String ended(PageClient mia, String page) {
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> mia.get(page).body(), body -> !body.contains("import-progress"));
    }

    @Test
    void asksForTheOrderOfDatesOnlyWhenNothingTells() {
        PageClient mia = Cast.mia().pages();
        String open =
                mia.upload("/imports", "file", "a.csv", "Name,Birthday\nAnn,3/4/1990\n").location();
        String settled =
                mia.upload("/imports", "file", "b.csv", "Name,Birthday\nAnn,13/4/1990\n")
                        .location();

        assertThat(mia.get(open).body()).contains("3/4/1990 in this file", "month_first");
        assertThat(mia.get(settled).body()).doesNotContain("month_first");
        Answer unanswered = mia.post(open + "/columns", "onDuplicate", "skip");
        assertThat(unanswered.status()).isEqualTo(422);
        assertThat(unanswered.body()).contains("#f-dateOrder", "Choose one of those offered");
        Answer twice = mia.post(settled + "/columns", "c0", "birthday", "onDuplicate", "skip");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("Another column goes to");
        assertThat(mia.post(open + "/discard").location()).isEqualTo("/imports");
        assertThat(mia.get(open).status()).isEqualTo(404);
    }

    @Test
    void isForThoseWhoMay() {
        assertThat(Cast.paul().pages().get("/imports").status()).isEqualTo(403);
        String page = Cast.mia().pages().upload("/imports", "file", "a.csv", LIST).location();
        assertThat(Cast.otto().pages().get(page).status()).isEqualTo(404);
        assertThat(Cast.otto().pages().get(page + "/errors.csv").status()).isEqualTo(404);
        assertThat(Cast.otto().pages().post(page + "/start").status()).isEqualTo(404);
    }

    @Test
    void worksForPrograms() {
        ApiClient api = Cast.api(Permission.CUSTOMER_IMPORT);

        Answer sent = api.upload("/imports?dryRun=true", "file", "list.csv", LIST);
        assertThat(sent.status()).as(sent.toString()).isEqualTo(201);
        String path = "/imports/" + sent.json().get("id").asString();
        Answer tried = settled(api, path);
        assertThat(tried.json().get("dryRun").asBoolean()).isTrue();
        assertThat(tried.json().get("created").asInt()).isEqualTo(1);
        assertThat(tried.json().get("dateOrder").asString()).isEqualTo("day_first");
        assertThat(tried.json().get("rows").get(1).get("reason").asString()).contains("5 cells");

        assertThat(api.post(path + "/start", "").status()).isEqualTo(202);
        assertThat(settled(api, path).json().get("dryRun").asBoolean()).isFalse();
        assertThat(api.delete(path).status()).isEqualTo(202);
        assertThat(settled(api, path).json().get("removed").asInt()).isEqualTo(1);
        assertThat(api.delete(path).status()).isEqualTo(409);
        Answer unreadable = api.upload("/imports", "file", "list.pdf", "%PDF-1.7 whatever");
        assertThat(unreadable.status()).isEqualTo(422);
    }

    @Test
    void whatBrokeOffIsDiscardedByThePageAndByPrograms() {
        PageClient mia = Cast.mia().pages();
        ApiClient api = Cast.api(Permission.CUSTOMER_IMPORT);
        for (boolean byPage : List.of(true, false)) {
            String list = "First name,Email\nZoe,zoe" + byPage + "@example.com\n";
            String path = mia.upload("/imports", "file", "c.csv", list).location();
            mia.post(path + "/columns", "onDuplicate", "skip");
            ended(mia, path);
            mia.post(path + "/start");
            ended(mia, path);
            breakOff(path);
            assertThat(mia.get(path).body())
                    .contains("Go on where it stopped", "Discard it", path + "/undo");

            if (byPage) {
                assertThat(mia.post(path + "/discard").location()).isEqualTo(path);
            } else {
                assertThat(api.delete(path).status()).isEqualTo(202);
            }

            assertThat(ended(mia, path)).contains("One customer was removed");
            assertThat(settled(api, path).json().get("state").asString()).isEqualTo("undone");
        }
    }

    private static void breakOff(String path) {
        TestDatabase.ownerClient()
                .sql(
                        "update import_batch set state = 'failed', problem = 'imports.broken_off' where id = :id::uuid")
                .param("id", path.substring(path.lastIndexOf('/') + 1))
                .update();
    }

    @Test
    void programsGiveUpWhatTheyOnlyTried() {
        ApiClient api = Cast.api(Permission.CUSTOMER_IMPORT);
        Answer sent = api.upload("/imports?dryRun=true", "file", "list.csv", LIST);
        String path = "/imports/" + sent.json().get("id").asString();
        settled(api, path);

        assertThat(api.delete(path).status()).isEqualTo(204);
        assertThat(api.get(path).status()).isEqualTo(404);
    }

    private static Answer settled(ApiClient api, String path) {
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> api.get(path),
                        a ->
                                Set.of("done", "failed", "undone")
                                        .contains(a.json().get("state").asString()));
    }
}
