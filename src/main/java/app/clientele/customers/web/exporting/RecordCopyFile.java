package app.clientele.customers.web.exporting;

import app.clientele.business.Businesses;
import app.clientele.customers.PersonalData.PersonalFile;
import app.clientele.customers.exporting.RecordCopies;
import app.clientele.customers.exporting.RecordCopies.Copy;
import app.clientele.customers.exporting.RecordCopies.Table;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends a copy of a record as a zip: a page to read, the values for other programs, the files. It
 * needs nothing but a browser, wherever it is opened.
 */
final class RecordCopyFile {
    private final RecordCopies copies;
    private final Businesses businesses;
    private final Templates templates;
    private final JsonMapper json;
    private final Clock clock;

    RecordCopyFile(
            RecordCopies copies,
            Businesses businesses,
            Templates templates,
            JsonMapper json,
            Clock clock) {
        this.copies = copies;
        this.businesses = businesses;
        this.templates = templates;
        this.json = json.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();
        this.clock = clock;
    }

    void send(View view, UUID customer, HttpServletResponse response) throws IOException {
        Copy copy = copies.of(customer); // or refused, with nothing sent
        RecordCopy page =
                new RecordCopy(
                        view,
                        businesses.current().name(),
                        copy,
                        LocalDate.now(clock.withZone(view.zone())));
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(page.title() + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
            add(
                    zip,
                    "index.html",
                    templates.customersCopy(view, page).render().getBytes(StandardCharsets.UTF_8));
            add(zip, "record.json", json.writeValueAsBytes(values(copy)));
            add(
                    zip,
                    "style.css",
                    new ClassPathResource("copies/style.css").getContentAsByteArray());
            for (PersonalFile file : copy.files()) {
                add(zip, file.name(), file.content());
            }
        }
    }

    private Map<String, Object> values(Copy copy) {
        Map<String, Object> tables = new LinkedHashMap<>();
        for (Table table : copy.tables()) {
            tables.put(table.name(), table.rows());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("copiedAt", Instant.now(clock));
        values.put("customer", copy.customer());
        values.put("changes", copy.changes());
        values.put("tables", tables);
        return values;
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
