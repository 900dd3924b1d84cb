package app.clientele.customers.web.exporting;

import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.exporting.CustomerExport;
import app.clientele.customers.list.ListQuery;
import app.clientele.customers.list.Whom;
import app.clientele.customers.web.bulk.BulkPages;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.View;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The list, or those picked in it, as a file. */
@Controller
@Requires(Permission.PROFILE_VIEW)
class ExportPages {
    private final ExportAnswer answer;
    private final Clock clock;

    ExportPages(CustomerExport export, CustomFields fields, Clock clock) {
        this.answer = new ExportAnswer(export, fields);
        this.clock = clock;
    }

    @GetMapping("/customers/export.csv")
    void csv(
            View view,
            @RequestParam MultiValueMap<String, String> params,
            @ModelAttribute BulkPages.Picked picked,
            HttpServletResponse response)
            throws IOException {
        send(view, whom(params, picked), ExportAnswer.Format.CSV, response);
    }

    @GetMapping("/customers/export.xlsx")
    void xlsx(
            View view,
            @RequestParam MultiValueMap<String, String> params,
            @ModelAttribute BulkPages.Picked picked,
            HttpServletResponse response)
            throws IOException {
        send(view, whom(params, picked), ExportAnswer.Format.XLSX, response);
    }

    /** The bar below the list says whom in its own fields; links carry the list itself. */
    private static Whom whom(MultiValueMap<String, String> params, BulkPages.Picked picked) {
        return picked.list() == null ? Whom.found(ListQuery.of(params).toString()) : picked.whom();
    }

    private void send(
            View view, Whom whom, ExportAnswer.Format format, HttpServletResponse response)
            throws IOException {
        LocalDate today = LocalDate.now(clock.withZone(view.zone()));
        answer.send(whom, format, view.t("customers.export.file", today), response);
    }
}
