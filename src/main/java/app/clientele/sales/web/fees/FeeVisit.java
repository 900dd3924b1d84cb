package app.clientele.sales.web.fees;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.VisitPart;
import app.clientele.sales.fees.Fee;
import app.clientele.sales.fees.FeeState;
import app.clientele.sales.fees.Fees;
import app.clientele.sales.fees.Fees.Search;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fees of an appointment, on its page. */
class FeeVisit implements VisitPart {
    private static final int MOST = 20;

    private final Fees fees;
    private final Templates templates;

    FeeVisit(Fees fees, Templates templates) {
        this.fees = fees;
        this.templates = templates;
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public @Nullable Content show(View view, Appointment appointment) {
        List<Fee> shown =
                fees.list(new Search(null, appointment.id(), null), null, MOST).items().stream()
                        .filter(f -> f.state() != FeeState.WITHDRAWN)
                        .toList();
        return shown.isEmpty() ? null : templates.feesVisit(view, shown);
    }
}
