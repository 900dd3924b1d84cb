package app.clientele.sales.web.fees;

import app.clientele.gateway.CardOnFile;
import app.clientele.sales.fees.Fee;
import app.clientele.shared.Permission;
import app.clientele.site.FormErrors;
import app.clientele.site.Option;
import app.clientele.site.Typed;
import app.clientele.site.View;
import java.util.ArrayList;
import java.util.List;

/**
 * One fee, and what there is to be decided about it.
 *
 * @param cards those it could be charged to
 */
public record FeePage(View view, Fee fee, List<CardOnFile> cards, Typed typed, FormErrors errors) {
    static final String OWED = "owed";
    static final String DESK = "desk";

    public String title() {
        return view.t(
                "fees.titled", FeeWords.kind(view, fee.kind()), view.formats().money(fee.amount()));
    }

    public String customer() {
        return fee.customer() == null ? view.t("fees.nobody") : fee.customer();
    }

    /** Whether it can be decided here: not while it stands in an order at the desk. */
    public boolean open() {
        return fee.isOpen() && fee.orderId() == null && view.may(Permission.SALE_EDIT);
    }

    /** How it may be charged. */
    public List<Option> ways() {
        List<Option> ways = new ArrayList<>();
        cards.forEach(c -> ways.add(new Option(c.id().toString(), c.name())));
        ways.add(new Option(OWED, view.t("fees.charge.owed")));
        ways.add(new Option(DESK, view.t("fees.charge.desk")));
        return ways;
    }

    public String chosen() {
        String typedBy = typed.value("by");
        return typedBy == null ? ways().getFirst().value() : typedBy;
    }
}
