package app.clientele.customers.web.exporting;

import app.clientele.customers.exporting.CustomerExports;
import app.clientele.site.Limits;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who took customers out as a file. */
@Controller
class ExportRecordPages {
    private final CustomerExports exports;
    private final Templates templates;

    ExportRecordPages(CustomerExports exports, Templates templates) {
        this.exports = exports;
        this.templates = templates;
    }

    @GetMapping("/settings/exports")
    JteModel all(View view, @RequestParam(required = false) @Nullable String cursor) {
        return templates.customersExports(view, exports.all(cursor, Limits.of(null)));
    }
}
