package app.clientele.customers.web.exporting;

import app.clientele.customers.exporting.CustomerExports;
import app.clientele.customers.exporting.CustomerExports.Export;
import app.clientele.shared.Page;
import app.clientele.site.Limits;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record of exports: who took customers out as a file, when, how many and by which filters. */
@RestController
@RequestMapping("/api/v1/customer-exports")
@Tag(name = "Customer exports")
class ExportRecordApi {
    private final CustomerExports exports;

    ExportRecordApi(CustomerExports exports) {
        this.exports = exports;
    }

    /** Exports, latest first. */
    @GetMapping
    Page<Export> all(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        return exports.all(cursor, Limits.of(limit));
    }
}
