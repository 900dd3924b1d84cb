package app.clientele.sales.web.fees;

import app.clientele.sales.fees.FeeState;
import app.clientele.sales.fees.Fees;
import app.clientele.sales.fees.Fees.Search;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.site.Limits;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Fees among the sales: first of all those that wait for somebody to decide. */
@Controller
@Requires(Permission.SALE_VIEW)
class FeeListPages {
    private final Fees fees;
    private final Templates templates;

    FeeListPages(Fees fees, Templates templates) {
        this.fees = fees;
        this.templates = templates;
    }

    @GetMapping("/sales/fees")
    JteModel list(
            View view,
            @RequestParam(defaultValue = "proposed") String state,
            @RequestParam(required = false) @Nullable String cursor) {
        boolean all = state.equals("all");
        var search = new Search(null, null, all ? null : FeeState.PROPOSED);
        return templates.feesList(view, all, fees.list(search, cursor, Limits.of(null)));
    }
}
