package app.clientele.customers.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.TestDatabase;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.PersonalData;
import app.clientele.customers.PersonalData.OnMerge;
import app.clientele.customers.Photos;
import app.clientele.customers.Picture;
import app.clientele.customers.Pictures;
import app.clientele.customers.choices.Choices;
import app.clientele.customers.history.HistoryFields;
import app.clientele.customers.notes.Notes;
import app.clientele.customers.notes.Notes.NoteDetails;
import app.clientele.shared.Permission;
import app.clientele.site.Texts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever asks what is known about them gets all of it, in a form they can read. */
@ClienteleTest
class RecordCopyTests {
    @Autowired private Customers customers;
    @Autowired private Notes notes;
    @Autowired private Choices choices;
    @Autowired private Photos photos;
    @Autowired private JsonMapper json;

    private UUID ada = new UUID(0, 0);

    @BeforeEach
    void ada() {
        Cast.mia()
                .run(() -> {
                    choices.add(
                            Choices.Kind.TAG,
                            new Choices.ChoiceDetails("Maths " + UUID.randomUUID(), "teal"));
                    String tag = choices.all(Choices.Kind.TAG, false).getLast().name();
                    ada =
                            customers
                                    .create(
                                            People.named("Ada", "Byron")
                                                    .email("ada@example.se")
                                                    .phone("+46 70 123 45 67")
                                                    .tag(tag)
                                                    .details())
                                    .id();
                    notes.add(
                            ada,
                            new NoteDetails("Tea </dd><script>x</script>", "preference", false));
                    customers.change(ada, d -> d.with(to -> to.lastName = "Lovelace"));
                    photos.set(ada, Picture.read(new ByteArrayInputStream(Pictures.webp())));
                });
    }

    private static HttpResponse<byte[]> fetch(String path, String header, String value) {
        var request = HttpRequest.newBuilder(URI.create(Cast.url() + path)).header(header, value);
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, byte[]> unzip(HttpResponse<byte[]> answer) throws IOException {
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        Map<String, byte[]> files = new HashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
                files.put(e.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    private HttpResponse<byte[]> page() {
        return fetch(
                "/customers/" + ada + "/export", "Cookie", "clientele=" + Cast.mia().session());
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
    }

    @Test
    void isReadableAndLeavesNothingOut() throws IOException {
        Map<String, byte[]> files = unzip(page());

        assertThat(text(files, "index.html"))
                .contains("Ada Lovelace", "Byron", "ada@example.se", "+46 70 123 45 67")
                .contains("Maths ", "Tea &lt;/dd")
                .doesNotContain("<script", "src=\"http", "href=\"http");
        JsonNode record = json.readTree(files.get("record.json"));
        assertThat(record.at("/customer/firstName").asString()).isEqualTo("Ada");
        assertThat(record.at("/tables/note/0/body").asString()).startsWith("Tea <");
        assertThat(record.at("/tables/customer/0/business_id").isMissingNode()).isTrue();
        assertThat(record.at("/changes").size()).isGreaterThan(3);
        assertThat(files.keySet()).anyMatch(name -> name.matches("photos/.*\\.jpg"));
    }

    @Test
    void isTheSameThroughTheApiForAKeyThatMaySeeEverything() throws IOException {
        var key = Cast.api(Permission.all().toArray(Permission[]::new));
        String path = "/api/v1/customers/" + ada + "/export";
        var files = unzip(fetch(path, "Authorization", "Bearer " + key.key()));
        assertThat(files).containsKeys("index.html", "record.json");

        var blind = Cast.api(Permission.PROFILE_VIEW, Permission.CUSTOMER_EXPORT);
        assertThat(blind.get("/customers/" + ada + "/export").status()).isEqualTo(403);
    }

    @Test
    void standsInTheHistoryAndAmongTheExports() throws IOException {
        unzip(page());

        var pages = Cast.mia().pages();
        assertThat(pages.get("/customers/" + ada + "/history").body())
                .contains("Whole record copied as a file");
        assertThat(pages.get("/settings/exports").body())
                .contains("/customers/" + ada, "one customer’s whole record");
    }

    @Test
    void isNobodyElses() {
        assertThat(Cast.otto().pages().get("/customers/" + ada + "/export").status())
                .isEqualTo(404);
        assertThat(Cast.otto().pages().get("/settings/exports").body())
                .doesNotContain(ada.toString());
    }

    /**
     * A module that declares a table must also say what it and its columns are called in a copy.
     */
    @Test
    void everyPartHasAName() {
        Texts texts = Cast.bean(Texts.class);
        List<String> tables =
                Cast.beans(PersonalData.class).stream()
                        .flatMap(d -> d.tables().stream())
                        .filter(t -> t.customerColumn() != null)
                        .filter(t -> t.onMerge() != OnMerge.DERIVE)
                        .map(PersonalData.Table::name)
                        .filter(t -> !List.of("change", "customer_photo").contains(t))
                        .toList();
        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(t ->
                        assertThat(texts.text(Locale.ENGLISH, "customers.copy.part." + t))
                                .isNotBlank());
        assertThat(told(tables))
                .isNotEmpty()
                .allSatisfy(field ->
                        assertThat(texts.text(Locale.ENGLISH, "profile.field." + field))
                                .isNotBlank());
    }

    /** A state that has no words would keep people from their copy. */
    @Test
    void everyStateHasAName() {
        Texts texts = Cast.bean(Texts.class);
        List<String> states =
                TestDatabase.ownerClient()
                        .sql(
                                """
                                select distinct (regexp_matches(pg_get_constraintdef(c.oid), $$'([a-z_]+)'$$, 'g'))[1]
                                from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
                                where c.contype = 'c' and array_length(c.conkey, 1) = 1 and a.attname = 'state' and c.conrelid = any(
                                    array(select to_regclass(t) from unnest(:tables) t))
                                """)
                        .param(
                                "tables",
                                Cast.beans(PersonalData.class).stream()
                                        .flatMap(d -> d.tables().stream())
                                        .filter(t -> t.customerColumn() != null)
                                        .map(PersonalData.Table::name)
                                        .toArray(String[]::new))
                        .query(String.class)
                        .list();
        assertThat(states)
                .contains("withdrawn")
                .allSatisfy(state ->
                        assertThat(texts.text(Locale.ENGLISH, "profile.state." + state))
                                .isNotBlank());
    }

    private static List<String> told(List<String> tables) {
        return TestDatabase.ownerClient()
                .sql(
                        """
                        select distinct attname from pg_attribute
                        where attrelid = any(array(select to_regclass(t) from unnest(:tables) t)) and attnum > 0 and not attisdropped
                          and atttypid <> 'bytea'::regtype and attname <> all(:silent)
                        """)
                .param("tables", tables.toArray(String[]::new))
                .param("silent", HistoryFields.silent())
                .query(String.class)
                .list()
                .stream()
                .map(HistoryFields::of)
                .toList();
    }
}
