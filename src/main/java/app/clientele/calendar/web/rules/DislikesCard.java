package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.DislikedService;
import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import tools.jackson.databind.JsonNode;

/** What a customer does not want. */
class DislikesCard implements ProfileCard {
    private final Templates templates;

    DislikesCard(Templates templates) {
        this.templates = templates;
    }

    @Override
    public int order() {
        return 24;
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
        return DislikedService.GLANCE;
    }

    @Override
    public Content show(View view, Profile profile, JsonNode glance) {
        return templates.rulesDislikes(
                view, DislikePages.path(profile.customer().id()), DislikedService.read(glance));
    }
}
