package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.CustomerPrice;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import tools.jackson.databind.JsonNode;

/** What services cost this customer, where that is not what they cost all. */
class PricesCard implements ProfileCard {
    private final Templates templates;

    PricesCard(Templates templates) {
        this.templates = templates;
    }

    @Override
    public int order() {
        return 26;
    }

    @Override
    public Permission permission() {
        return Permission.APPOINTMENT_VIEW;
    }

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public String glance() {
        return CustomerPrice.GLANCE;
    }

    @Override
    public Content show(View view, Profile profile, JsonNode glance) {
        return templates.rulesPrices(
                view, PricePages.path(profile.customer().id()), CustomerPrice.read(glance));
    }
}
