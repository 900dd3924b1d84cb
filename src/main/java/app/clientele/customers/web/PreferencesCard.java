package app.clientele.customers.web;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import tools.jackson.databind.JsonNode;

/** Where and by whom somebody likes to be served, and by whom never. */
class PreferencesCard implements ProfileCard {
    private final Templates templates;

    PreferencesCard(Templates templates) {
        this.templates = templates;
    }

    @Override
    public int order() {
        return 20;
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
    public Content show(View view, Profile profile, JsonNode glance) {
        return templates.profilePreferences(view, ProfileParts.shown(view, profile));
    }
}
