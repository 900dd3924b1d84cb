package app.clientele.customers.web.exporting;

import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.exporting.CustomerExport;
import app.clientele.customers.list.Whom;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/** Sends customers as a file, line by line as they are read, however many there are. */
final class ExportAnswer {
    /** The kinds of files. */
    enum Format {
        CSV("text/csv;charset=UTF-8"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Format(String type) {
            this.type = type;
        }
    }

    private final CustomerExport export;
    private final CustomFields fields;

    ExportAnswer(CustomerExport export, CustomFields fields) {
        this.export = export;
        this.fields = fields;
    }

    void send(Whom whom, Format format, String name, HttpServletResponse response)
            throws IOException {
        String extension = format.name().toLowerCase(Locale.ROOT);
        CustomerExport.Reading reading =
                export.of(whom, extension); // or refused, with nothing sent
        response.setContentType(format.type);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + extension, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        // closed only when it is whole: broken off, it must not look like a file that ends here
        ExportFile file = file(format, response);
        reading.each(file::add);
        file.close();
    }

    private ExportFile file(Format format, HttpServletResponse response) throws IOException {
        return switch (format) {
            case CSV -> new ExportFile.Csv(response.getOutputStream(), fields.all(true));
            case XLSX -> new ExportFile.Xlsx(response.getOutputStream(), fields.all(true));
        };
    }
}
