package app.clientele.customers.list;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ChangeLog;
import app.clientele.ClienteleTest;
import app.clientele.PageClient;
import app.clientele.customers.CustomerDetails;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.choices.Choices;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The page with the list of customers, without a browser. */
@ClienteleTest
class CustomerListPagesTests {
    @Autowired private Customers customers;
    @Autowired private Choices choices;

    private static @Nullable UUID peopled;
    private static List<UUID> ids = List.of();

    @BeforeEach
    void people() {
        if (Cast.mia().business().equals(peopled)) {
            return;
        }
        peopled = Cast.mia().business();
        Cast.mia()
                .run(() -> {
                    choices.add(Choices.Kind.TAG, new Choices.ChoiceDetails("VIP", "purple"));
                    ids =
                            IntStream.range(0, 60)
                                    .mapToObj(i -> customers.create(person(i)).id())
                                    .toList();
                });
    }

    private static CustomerDetails person(int i) {
        People person =
                People.named("Guest", "No%02d".formatted(i))
                        .born("--05-%02d".formatted(1 + i % 28));
        if (i == 7) {
            person.tag("VIP").email("seven@example.se").phone("070-123 45 67").status("Active");
        }
        return person.details();
    }

    private static PageClient mia() {
        return Cast.mia().pages();
    }

    private static String page(String query) {
        Answer page = mia().get("/customers" + query);
        assertThat(page.status()).isEqualTo(200);
        return page.body();
    }

    private static List<String> found(String body, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(body);
        return matcher.results().map(r -> r.group(1).replace("&amp;", "&")).toList();
    }

    private static List<String> names(String body) {
        return found(body, "class=\"list-name\".*?<bdi>(.*?)</bdi>");
    }

    @Test
    void showsAPageAndTheWayOnAndBack() {
        String first = page("");
        assertThat(first).contains("60 customers", "1–50 of 60");
        assertThat(names(first)).hasSize(50).startsWith("Guest No00");
        String next = found(first, "rel=\"next\" href=\"(.*?)\"").getFirst();
        String second = mia().get(next).body();
        assertThat(second).contains("51–60 of 60");
        assertThat(names(second)).hasSize(10).startsWith("Guest No50");
        String back = found(second, "rel=\"prev\" href=\"(.*?)\"").getFirst();
        assertThat(names(mia().get(back).body())).startsWith("Guest No00").hasSize(50);
    }

    @Test
    void narrowsByWhatTheAddressSaysAndShowsItAsChipsToTakeAway() {
        String body =
                page(
                        "?tag=VIP&hasEmail=true&hasPhone=true&birthdayMonth=5&status=Active&sort=newest");
        assertThat(names(body)).containsExactly("Guest No07");
        assertThat(body)
                .contains(
                        "Tag: VIP",
                        "Has e-mail",
                        "Has phone",
                        "Birthday in May",
                        "Status: Active",
                        "1 customer");
        assertThat(found(body, "class=\"chip-x\" href=\"(.*?)\""))
                .contains(
                        "/customers?status=Active&hasEmail=true&hasPhone=true&birthdayMonth=5&sort=newest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "deactivated=only",
                "createdWithin=7",
                "createdFrom=2020-01-01&createdTo=2030-01-01",
                "createdFrom=2020-01-01",
                "sinceTo=2020-01-01",
                "sinceFrom=2020-01-01&sinceTo=2021-01-01",
                "language=sv",
                "gender=Female",
                "createdVia=import",
                "referralMethod=Friend%20or%20family",
                "company=X",
                "taxExempt=true",
                "preferredBranchId=0199a2f0-0000-7000-8000-000000000000",
                "preferredStaffId=0199a2f0-0000-7000-8000-000000000000",
                "barredStaffId=0199a2f0-0000-7000-8000-000000000000",
                "tagAll=VIP",
                "email=a@example.org",
                "phone=0701234567",
                "externalId=X",
                "updatedSince=2020-01-01T00:00:00Z",
                "referredBy=0199a2f0-0000-7000-8000-000000000000",
                "importId=0199a2f0-0000-7000-8000-000000000000"
            })
    void showsEveryFilterAsAChip(String query) {
        assertThat(found(page("?" + query), "class=\"(chip-x)\"")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status",
                "tag",
                "phone",
                "email",
                "birthday",
                "created-within",
                "created",
                "since",
                "referral",
                "language",
                "gender",
                "via",
                "company",
                "tax-exempt",
                "branch",
                "staff",
                "barred",
                "deactivated"
            })
    void offersEachFilterKeepingTheOthers(String field) {
        Answer dialog = mia().part("/customers/filter/" + field + "?q=ann&sort=newest");
        assertThat(dialog.status()).isEqualTo(200);
        assertThat(dialog.body())
                .contains("name=\"q\" value=\"ann\"", "name=\"sort\" value=\"newest\"", "Show");
        assertThat(mia().get("/customers/filter/" + field).body()).contains("<h1");
    }

    @Test
    void leavesOutWhatItCannotReadAndSaysSo() {
        String body = page("?tag=Gone&birthdayMonth=99&status=Active");
        assertThat(body).contains("was left out");
        assertThat(names(body)).containsExactly("Guest No07");
        assertThat(names(page("?cursor=nonsense"))).hasSize(50);
        assertThat(mia().get("/customers/filter/nothing").status()).isEqualTo(404);
    }

    @Test
    void answersTypingWithThePartOnlyAndAnAddressToKeep() {
        Answer part = mia().part("/customers?q=No07&status=");
        assertThat(part.body()).doesNotContain("<html").contains("id=\"people\"");
        assertThat(part.header("HX-Replace-Url")).isEqualTo("/customers?q=No07");
        Answer sent = mia().get("/customers?q=No07&status=");
        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.location()).isEqualTo("/customers?q=No07");
    }

    @Test
    void saysWhyNobodyIsThere() {
        assertThat(page("?q=zzzqqq")).contains("Nobody found for");
        assertThat(page("?deactivated=only&birthdayMonth=1")).contains("Nobody fits");
        assertThat(Cast.otto().pages().get("/customers").body()).contains("No customers yet");
    }

    @Test
    void sortsByThePressOfATitle() {
        String body = page("");
        assertThat(found(body, "aria-sort=\"(.*?)\"")).containsExactly("ascending");
        String turned = found(body, "<th[^>]*><a href=\"([^\"]*)\">Name").getFirst();
        assertThat(names(mia().get(turned).body())).startsWith("Guest No59");
        assertThat(names(page("?sort=oldest"))).startsWith("Guest No00");
    }

    @Test
    void showsTheColumnsEachColleagueChose() {
        PageClient paul = Cast.paul().pages();
        Answer kept =
                paul.post(
                        "/customers/display",
                        "columns",
                        "birthday",
                        "columns",
                        "customer_since",
                        "density",
                        "compact",
                        "list",
                        "sort=birthday");
        assertThat(kept.location()).isEqualTo("/customers?sort=birthday");
        String body = paul.get("/customers").body();
        assertThat(body).contains("Customer since", "data-density=\"compact\"");
        assertThat(body).doesNotContain("row-email");
        assertThat(page("")).contains("row-number");
    }

    @Test
    void keepsTheListUnderANameThatCanBeChangedAndCanComeBack() {
        PageClient mia = mia();
        Answer saved =
                mia.post(
                        "/customers/views",
                        "name",
                        "Regulars",
                        "query",
                        "tag=VIP",
                        "pinned",
                        "true",
                        "shared",
                        "true");
        assertThat(saved.status()).isEqualTo(303);
        String path = saved.location();
        String id = path.substring(path.indexOf("view=") + 5);
        assertThat(mia.get(path).body()).contains("Regulars", "1 customer");
        assertThat(Cast.dora().pages().get("/customers").body()).contains("Regulars");
        String other = "tag=VIP&sort=newest";
        mia.post("/customers/views/" + id + "/query", "query", other, "_version", "1");
        Answer late = mia.post("/customers/views/" + id + "/query", "query", "", "_version", "1");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("Mia Okafor changed this meanwhile", "Regulars")
                .contains("it says “Tag: VIP · Newest first” now", "id=\"f-query\"");
        mia.post("/customers/views/" + id, "name", "Stars", "query", other, "_version", "2");
        assertThat(Cast.dora().pages().get("/customers").body()).doesNotContain("Stars");
        assertThat(mia.get("/customers").body()).contains("1 more");
        Answer refused = mia.post("/customers/views", "name", " ", "query", "tag=VIP");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("This is needed");
        mia.post("/customers/views/" + id + "/delete");
        assertThat(mia.get("/customers").body()).doesNotContain("Stars");
        mia.post("/undo/view-" + id);
        assertThat(mia.get("/customers").body()).contains("Stars");
        assertThat(ChangeLog.of(Cast.mia().business(), UUID.fromString(id)))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void asksWhomBeforeItDoesAnythingToMany() {
        String ask =
                mia().part(
                                "/customers/bulk?action=tag&all=false&list=&id="
                                        + ids.get(1)
                                        + "&id="
                                        + ids.get(2))
                        .body();
        assertThat(ask).contains("Tag 2 customers", "Guest No01, Guest No02", "VIP");
        String all = mia().part("/customers/bulk?action=deactivate&all=true&list=").body();
        assertThat(all).contains("Take 60 customers out of use", "and 55 more");
        assertThat(mia().part("/customers/bulk?action=explode&all=true").status()).isEqualTo(404);
        assertThat(mia().part("/customers/bulk?action=tag&all=false").status()).isEqualTo(422);
    }

    @Test
    void doesItToThosePickedAndTakesItBack() {
        String tag = tag().toString();
        String[] form = {
            "action", "tag", "all", "false", "list", "", "id", ids.get(3).toString(), "choice", tag
        };
        Answer done = mia().post("/customers/bulk", form);
        assertThat(done.status()).isEqualTo(303);
        assertThat(tags(3)).containsExactly("VIP");
        String undo = undo(done);
        assertThat(undo).startsWith("/undo/bulk-");
        assertThat(mia().postPart(undo).status()).isEqualTo(204);
        assertThat(tags(3)).isEmpty();
        Answer nothingChosen =
                mia().post(
                                "/customers/bulk",
                                "action",
                                "tag",
                                "all",
                                "false",
                                "id",
                                ids.get(3).toString());
        assertThat(nothingChosen.status()).isEqualTo(422);
        assertThat(nothingChosen.body()).contains("This is needed");
    }

    /** Where the Undo of the toast leads that a redirect left behind. */
    private static String undo(Answer answer) {
        String cookie =
                answer.response().headers().allValues("Set-Cookie").stream()
                        .filter(c -> c.startsWith("flash="))
                        .findFirst()
                        .orElseThrow();
        String value = cookie.substring(6, cookie.indexOf(';'));
        String json = new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8);
        return found(json, "\"undo\":\"(.*?)\"").getFirst();
    }

    private UUID tag() {
        return Cast.mia().call(() -> choices.all(Choices.Kind.TAG, false).getFirst().id());
    }

    private List<String> tags(int place) {
        return Cast.mia().call(() -> customers.get(ids.get(place)).details().tags());
    }

    @Test
    void tellsOfThoseItCouldNotChange() {
        Answer done =
                mia().post(
                                "/customers/bulk",
                                "action",
                                "deactivate",
                                "all",
                                "false",
                                "id",
                                UUID.randomUUID().toString());
        assertThat(done.location()).startsWith("/customers/bulk/");
        assertThat(mia().get(done.location()).body())
                .contains("1 customer could not be changed", "no such customer any more");
    }

    @Test
    void letsNobodyDoWhatTheirRoleDoesNotInclude() {
        PageClient paul = Cast.paul().pages();
        Answer refused =
                paul.post("/customers/bulk", "action", "deactivate", "id", ids.get(4).toString());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(paul.get("/customers/export.csv").status()).isEqualTo(403);
        assertThat(paul.get("/customers").body())
                .doesNotContain("export-menu", "value=\"deactivate\"");
    }

    @Test
    void showsSomebodyAtAGlanceAndTheirPlaceInTheList() {
        String list = URLEncoder.encode("sort=name", StandardCharsets.UTF_8);
        String glance = mia().part("/customers/" + ids.get(7) + "/peek").body();
        assertThat(glance).contains("Guest No07", "seven@example.se", "VIP", "Open profile");
        assertThat(Cast.otto().pages().part("/customers/" + ids.get(7) + "/peek").status())
                .isEqualTo(404);
        String place =
                mia().part("/customers/" + ids.get(7) + "/place?list=" + list + "&at=8").body();
        assertThat(place)
                .contains("8 of 60", ids.get(6).toString(), ids.get(8).toString())
                .contains("at=7", "at=9");
        String first = mia().part("/customers/" + ids.get(0) + "/place?list=&at=1").body();
        assertThat(first).doesNotContain("rel=\"prev\"").contains("rel=\"next\"");
        String searched =
                mia().part("/customers/" + ids.get(7) + "/place?list=q%3Dguest&at=3").body();
        assertThat(searched).contains("rel=\"next\"");
    }
}
