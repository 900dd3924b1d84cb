package app.clientele.customers.exporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.clientele.Answer;
import app.clientele.Cast;
import app.clientele.ClienteleTest;
import app.clientele.customers.Customers;
import app.clientele.customers.People;
import app.clientele.customers.list.Whom;
import app.clientele.shared.Permission;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The list as a file: complete, harmless, and no more than its reader may see. */
@ClienteleTest
class ExportTests {
    private static final List<String> FORMULAS =
            List.of("=1+1", "+1+1", "-1+1", "@SUM(A1)", "=cmd|' /C calc'!A0", "＝1+1");

    @Autowired private Customers customers;
    @Autowired private CustomerExport export;

    private static @Nullable UUID peopled;
    private static UUID first = new UUID(0, 0);

    @BeforeEach
    void people() {
        if (Cast.mia().business().equals(peopled)) {
            return;
        }
        peopled = Cast.mia().business();
        Cast.mia()
                .run(() -> {
                    for (String formula : FORMULAS) {
                        first =
                                customers
                                        .create(
                                                People.named(formula, "\"Quoted\", Ltd")
                                                        .email("ada@example.se")
                                                        .phone("+46 70 123 45 67")
                                                        .external(formula)
                                                        .details())
                                        .id();
                    }
                });
    }

    private static List<NamedCsvRecord> csv(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).startsWith("attachment;");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.body()).startsWith("\uFEFF");
        return CsvReader.builder().ofNamedCsvRecord(answer.body().substring(1)).stream().toList();
    }

    @Test
    void writesNothingThatASpreadsheetWouldRun() {
        List<NamedCsvRecord> rows = csv(Cast.mia().pages().get("/customers/export.csv"));
        assertThat(rows).hasSize(FORMULAS.size());
        assertThat(rows)
                .allSatisfy(row ->
                        assertThat(row.getFields())
                                .noneMatch(cell -> cell.matches("(?s)\\s*[=+\\-@].*")));
        assertThat(rows).extracting(r -> r.getField("First name")).contains("'=1+1", "＝1+1");
        assertThat(rows).extracting(r -> r.getField("Last name")).containsOnly("\"Quoted\", Ltd");
        assertThat(rows).extracting(r -> r.getField("Mobile")).containsOnly("'+46 70 123 45 67");
    }

    @Test
    void writesAWorkbookOfTexts() throws IOException, InterruptedException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(xlsx("")))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows).hasSize(FORMULAS.size() + 1);
            assertThat(rows.stream().flatMap(Row::stream))
                    .allMatch(cell -> cell == null || cell.getType() == CellType.STRING);
            assertThat(rows.stream().map(r -> r.getCellText(1))).containsAll(FORMULAS);
        }
    }

    private static byte[] xlsx(String query) throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(Cast.url() + "/customers/export.xlsx" + query))
                        .header("Cookie", "clientele=" + Cast.mia().session())
                        .build();
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        }
    }

    @Test
    void holdsThoseOfTheListOrThosePicked() {
        var pages = Cast.mia().pages();
        assertThat(csv(pages.get("/customers/export.csv?externalId=%3D1%2B1"))).hasSize(1);
        assertThat(csv(pages.get("/customers/export.csv?list=&all=false&id=" + first))).hasSize(1);
        assertThat(csv(pages.get("/customers/export.csv?list=&all=true&id=" + first)))
                .hasSize(FORMULAS.size());
        assertThat(pages.get("/customers/export.csv?list=&all=false").status()).isEqualTo(422);
        assertThat(csv(Cast.otto().pages().get("/customers/export.csv"))).isEmpty();
    }

    @Test
    void masksContactsFromWhoMayNotSeeThem() {
        var api = Cast.api(Permission.PROFILE_VIEW, Permission.CUSTOMER_EXPORT);
        List<NamedCsvRecord> rows = csv(api.get("/customers/export.csv?hasEmail=true"));
        assertThat(rows).extracting(r -> r.getField("Email")).containsOnly("a•••@•••");
        assertThat(rows).extracting(r -> r.getField("Mobile")).containsOnly("••• 67");
        assertThat(api.get("/customers/export.csv?tga=VIP").status()).isEqualTo(422);
        assertThat(Cast.api(Permission.PROFILE_VIEW).get("/customers/export.xlsx").status())
                .isEqualTo(403);
    }

    @Test
    void isOnRecord() {
        var pages = Cast.mia().pages();
        pages.get("/customers/export.csv?externalId=%3D1%2B1");
        assertThat(lately(0)).isEqualTo("csv externalId=%3D1%2B1 true Mia Okafor page 1");
        pages.get("/customers/export.xlsx?list=&all=false&id=" + first);
        assertThat(lately(0)).isEqualTo("xlsx null true Mia Okafor page 1");
        Cast.api(Permission.PROFILE_VIEW, Permission.CUSTOMER_EXPORT)
                .get("/customers/export.csv?sort=newest");
        assertThat(lately(0)).isEqualTo("csv  false Test api " + FORMULAS.size());
        assertThat(lately(1)).startsWith("xlsx");

        pages.get("/customers/export.csv?list=&all=false"); // refused: nobody was picked
        assertThat(lately(0)).startsWith("csv  false");
        assertThat(pages.get("/settings/exports").body())
                .contains("Mia Okafor", "picked by hand", "everybody in use")
                .contains("contacts masked", "1 customer ·");
        assertThat(Cast.otto().pages().get("/settings/exports").body()).doesNotContain("Mia");
    }

    @Test
    void isOnRecordWhenTheReaderLeaves() {
        Cast.mia()
                .run(() -> {
                    var reading = export.of(Whom.found(""), "csv");
                    assertThatThrownBy(() ->
                                    reading.each(some -> {
                                        throw new IllegalStateException("gone");
                                    }))
                            .hasMessage("gone");
                });
        assertThat(lately(0)).isEqualTo("csv  true Mia Okafor page " + FORMULAS.size());
    }

    /** The export so many before the last one. */
    private static String lately(int before) {
        JsonNode one =
                Cast.mia()
                        .api(Permission.SETTINGS_TEAM)
                        .get("/customer-exports")
                        .json()
                        .path("items")
                        .get(before);
        return Stream.of("format", "query", "contacts", "by", "via", "customers")
                .map(name -> one.path(name).toString().replace("\"", ""))
                .collect(Collectors.joining(" "));
    }
}
