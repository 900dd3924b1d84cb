package app.clientele.customers.web;

import app.clientele.business.Feature;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.customers.Weights;
import app.clientele.customers.Weights.Weighing;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Body weight over time, for businesses that need it. */
class WeightCard implements ProfileCard {
    private final Weights weights;
    private final Templates templates;

    WeightCard(Weights weights, Templates templates) {
        this.weights = weights;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public Feature feature() {
        return Feature.WEIGHT;
    }

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public Content show(View view, Profile profile, JsonNode glance) {
        var id = profile.customer().id();
        boolean editable = ProfileParts.shown(view, profile).editable();
        List<Weighing> weighings =
                profile.customer().details().weight() == null ? List.of() : weights.of(id);
        return templates.profileWeight(
                view, new WeightChart(view, id, editable, profile.today(), weighings));
    }
}
