package app.clientele.imports.web;

import app.clientele.customers.custom.CustomFields;
import app.clientele.imports.Import;
import app.clientele.imports.ImportRows;
import app.clientele.imports.Imports;
import app.clientele.imports.reading.Mapping;
import app.clientele.shared.Page;
import app.clientele.site.View;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the rows an import left out. */
@Controller
class ErrorFilePages {
    private static final int AT_ONCE = 1_000;

    private final CustomFields customFields;
    private final Imports imports;
    private final ImportRows rows;

    ErrorFilePages(CustomFields customFields, Imports imports, ImportRows rows) {
        this.customFields = customFields;
        this.imports = imports;
        this.rows = rows;
    }

    @GetMapping("/imports/{id}/errors.csv")
    void errors(View view, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        Import about = imports.get(id);
        String name = view.t("imports.errors.file", about.fileName().replaceFirst("\\.\\w+$", ""));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        write(view, about, response);
    }

    private void write(View view, Import about, HttpServletResponse response) throws IOException {
        List<String> headers =
                about.mapping().columns().stream().map(Mapping.Column::header).toList();
        Reasons reasons =
                new Reasons(view.formats().texts(), view.locale(), customFields.all(true));
        try (var file =
                new ErrorFile(
                        response.getOutputStream(), headers, view.t("imports.errors.reason"))) {
            @Nullable String cursor = null;
            do {
                Page<ImportRows.Row> page = rows.of(about.id(), "error", cursor, AT_ONCE);
                page.items().forEach(row -> file.add(row, reasons.of(row)));
                cursor = page.next();
            } while (cursor != null);
        }
    }
}
