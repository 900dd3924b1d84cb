package app.clientele.bench;

import app.clientele.customers.CustomerDetails;
import app.clientele.customers.CustomerDetails.Address;
import app.clientele.demo.DemoPeople;
import app.clientele.demo.Mix;
import app.clientele.demo.Person;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes a long list of customers in, as a person or a program would, and tells how fast. */
final class ImportRun {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BOUNDARY = "the-customers-of-a-lifetime";
    private static final String IMPORTS = Server.ADDRESS + "/api/v1/imports";

    private final int rows;
    private final BenchHome home = new BenchHome(Size.EMPTY);
    private final HttpClient http = HttpClient.newHttpClient();

    ImportRun(int rows) {
        this.rows = rows;
    }

    void run() throws Exception {
        new Load(home).run();
        Path file = Path.of("target", "bench", "customers-" + rows + ".csv");
        write(file);
        try (Server server = new Server(home)) {
            long before = server.residentMebibytes();
            JsonNode taken = JSON.readTree(send(upload(file)));
            JsonNode done = watch(taken.path("id").asString(), server);
            tell(done, before);
        }
    }

    private void write(Path file) throws IOException {
        Iterator<Person> people = DemoPeople.of(23, Mix.everywhere(Load.TODAY)).iterator();
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            csv.writeRecord(
                    "First name",
                    "Last name",
                    "Email",
                    "Mobile phone",
                    "Street",
                    "Postcode",
                    "City",
                    "Country",
                    "Birthday",
                    "Gender",
                    "Status");
            for (int i = 0; i < rows; i++) {
                CustomerDetails p = people.next().details();
                Address a = p.addresses().isEmpty() ? null : p.addresses().getFirst();
                csv.writeRecord(
                        text(p.firstName()),
                        text(p.lastName()),
                        p.emails().isEmpty() ? "" : text(p.emails().getFirst().address()),
                        p.phones().isEmpty() ? "" : text(p.phones().getFirst().number()),
                        a == null ? "" : text(a.street()),
                        a == null ? "" : text(a.postcode()),
                        a == null ? "" : text(a.city()),
                        a == null ? "" : text(a.country()),
                        p.birthday() == null || p.birthday().year() == null
                                ? ""
                                : p.birthday().toString(),
                        text(p.gender()),
                        text(p.status()));
            }
        }
    }

    private static String text(@org.jspecify.annotations.Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    private HttpRequest.Builder upload(Path file) throws IOException {
        String start =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"customers.csv\"\r\nContent-Type: text/csv\r\n\r\n"
                        .formatted(BOUNDARY);
        BodyPublisher body =
                BodyPublishers.concat(
                        BodyPublishers.ofString(start),
                        BodyPublishers.ofFile(file),
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        System.out.printf("%,d rows, %,d MB%n", rows, Files.size(file) / 1_000_000);
        return HttpRequest.newBuilder(URI.create(IMPORTS))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(
                        request.header("Authorization", "Bearer " + BenchHome.key(0)).build(),
                        BodyHandlers.ofString())
                .body();
    }

    private JsonNode watch(String id, Server server) throws Exception {
        long most = 0;
        JsonNode now;
        do {
            Thread.sleep(1000);
            now =
                    JSON.readTree(
                            send(
                                    HttpRequest.newBuilder(
                                            URI.create(IMPORTS + "/" + id + "?limit=1"))));
            most = Math.max(most, server.residentMebibytes());
        } while (now.path("state").asString().equals("ready")
                || now.path("state").asString().equals("running"));
        System.out.printf("most memory of the server: %d MiB%n", most);
        return now;
    }

    private static void tell(JsonNode done, long before) {
        Duration took =
                Duration.between(
                        Instant.parse(done.path("startedAt").asString()),
                        Instant.parse(done.path("finishedAt").asString()));
        double rate = done.path("totalRows").asInt() / (took.toMillis() / 1000.0);
        System.out.printf("memory before: %d MiB%n", before);
        System.out.printf(
                Locale.ROOT,
                "P7 | import | %s: %d rows, created %d, updated %d, skipped %d, failed %d in %.1f s = %,.0f rows/s | ≥ 20,000 | %s%n",
                done.path("state").asString(),
                done.path("totalRows").asInt(),
                done.path("created").asInt(),
                done.path("updated").asInt(),
                done.path("skipped").asInt(),
                done.path("failed").asInt(),
                took.toMillis() / 1000.0,
                rate,
                rate >= 20_000 ? "yes" : "NO");
    }
}
