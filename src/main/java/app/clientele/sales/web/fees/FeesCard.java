package app.clientele.sales.web.fees;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.sales.fees.CustomerFee;
import app.clientele.sales.fees.Fee;
import app.clientele.sales.fees.FeeState;
import app.clientele.sales.fees.Fees;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The fees that wait for a decision, and what was agreed about fees with this customer. */
class FeesCard implements ProfileCard {
    private static final int MOST = 5;

    private final Fees fees;
    private final Templates templates;

    FeesCard(Fees fees, Templates templates) {
        this.fees = fees;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 26;
    }

    @Override
    public Permission permission() {
        return Permission.SALE_VIEW;
    }

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public String glance() {
        return """
        select json_build_object('own', (%s), 'open', exists (select from fee f
            where f.business_id = :business and f.customer_id = c.id and f.state = 'proposed'))\
        """
                .formatted(CustomerFee.GLANCE);
    }

    @Override
    public Content show(View view, Profile profile, JsonNode glance) {
        var customer = profile.customer().id();
        List<Fee> open =
                glance.path("open").asBoolean(false)
                        ? fees.of(customer, FeeState.PROPOSED, null, MOST).items()
                        : List.of();
        return templates.feesCard(
                view, OwnFeePages.path(customer), open, CustomerFee.read(glance.path("own")));
    }
}
