package app.clientele.customers.web.history;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfileCard;
import app.clientele.customers.history.History;
import app.clientele.customers.history.History.Filter;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What happened lately. */
class ActivityCard implements ProfileCard {
    private static final int SHOWN = 8;

    private final History history;
    private final Templates templates;

    ActivityCard(History history, Templates templates) {
        this.history = history;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Permission permission() {
        return Permission.HISTORY_VIEW;
    }

    @Override
    public Column column() {
        return Column.MAIN;
    }

    @Override
    public Content show(View view, Profile profile, JsonNode glance) {
        var id = profile.customer().id();
        var page = history.of(id, Filter.ALL, null, SHOWN);
        return templates.profileActivity(
                view, new HistoryList(view, id, profile.today(), page, Filter.ALL, List.of()));
    }
}
