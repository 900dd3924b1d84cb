package app.clientele.customers.web.history;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfilePanel;
import app.clientele.customers.custom.CustomFields;
import app.clientele.customers.history.History;
import app.clientele.customers.history.History.Filter;
import app.clientele.shared.Permission;
import app.clientele.site.Input;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Every change to the record and to what hangs on it. */
class HistoryPanel implements ProfilePanel {
    private static final int SHOWN = 30;

    private final History history;
    private final CustomFields fields;
    private final Templates templates;

    HistoryPanel(History history, CustomFields fields, Templates templates) {
        this.history = history;
        this.fields = fields;
        this.templates = templates;
    }

    @Override
    public int order() {
        return 900;
    }

    @Override
    public Permission permission() {
        return Permission.HISTORY_VIEW;
    }

    @Override
    public String path() {
        return "history";
    }

    @Override
    public String titleKey() {
        return "profile.history";
    }

    @Override
    public Content show(View view, Profile profile, MultiValueMap<String, String> query) {
        var id = profile.customer().id();
        String actor = given(query, "actor");
        var filter =
                new Filter(given(query, "field"), actor == null ? null : Input.id(actor, "person"));
        String cursor = given(query, "cursor");
        var page = history.of(id, filter, cursor, SHOWN);
        var list =
                new HistoryList(
                        view,
                        id,
                        profile.today(),
                        page,
                        filter,
                        history.actors(id),
                        fields.all(true),
                        profile.customer().eraseAt() != null);
        return cursor != null && view.htmx()
                ? templates.profileHistoryLines(view, list, false)
                : templates.profileHistory(view, list);
    }

    private static @Nullable String given(MultiValueMap<String, String> query, String name) {
        String value = query.getFirst(name);
        return value == null || value.isBlank() ? null : value;
    }
}
