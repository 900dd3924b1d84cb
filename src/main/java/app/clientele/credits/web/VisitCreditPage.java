package app.clientele.credits.web;

import app.clientele.credits.CreditUse;
import app.clientele.credits.VisitCredit;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Visits somebody has, with what they were used for.
 *
 * @param customer whose they are
 * @param editable whether their last day may be changed
 */
public record VisitCreditPage(
        View view,
        VisitCredit credit,
        String customer,
        List<CreditUse> uses,
        boolean editable,
        Typed typed,
        FormErrors errors) {
    public String path() {
        return "/credits/" + credit.id();
    }

    public @Nullable String value(String field) {
        return typed.value(field);
    }

    public boolean mayRevoke() {
        return view.may(Permission.VALUE_EDIT) && credit.left() > 0;
    }

    /** What is left, or has expired, may be given another last day. */
    public boolean mayExtend() {
        return editable
                && view.may(Permission.VALUE_EDIT)
                && (credit.left() > 0 || credit.expired() > 0);
    }
}
