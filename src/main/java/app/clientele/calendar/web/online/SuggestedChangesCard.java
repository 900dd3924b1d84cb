package app.clientele.calendar.web.online;

import app.clientele.calendar.online.SuggestedChanges;
import app.clientele.calendar.online.SuggestedChanges.SuggestedChange;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the customer typed when booking online that their record says otherwise. */
class SuggestedChangesCard implements ProfileCard {
    private final JsonMapper json;
    private final Templates templates;

    SuggestedChangesCard(JsonMapper json, Templates templates) {
        this.json = json;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Permission permission() {
        return Permission.PROFILE_VIEW;
    }

    @Override
    public Column column() {
        return Column.SIDE;
    }

    @Override
    public String glance() {
        return SuggestedChanges.GLANCE;
    }

    @Override
    public Content show(View view, Profile profile, JsonNode glance) {
        List<SuggestedChange> changes =
                glance.valueStream()
                        .map(one -> json.treeToValue(one, SuggestedChange.class))
                        .map(SuggestedChanges::forCaller)
                        .toList();
        return templates.onlineSuggested(
                view, "/customers/" + profile.customer().id() + "/suggested-changes", changes);
    }
}
