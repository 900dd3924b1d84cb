package app.clientele.customers.web.timeline;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfilePanel;
import app.clientele.customers.TimelineSource;
import app.clientele.customers.timeline.Timeline;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** All that happened around a customer. */
class TimelinePanel implements ProfilePanel {
    private static final int SHOWN = 30;

    private final Timeline timeline;
    private final Templates templates;

    TimelinePanel(Timeline timeline, Templates templates) {
        this.timeline = timeline;
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
    public String path() {
        return "timeline";
    }

    @Override
    public String titleKey() {
        return "profile.timeline";
    }

    @Override
    public Content show(View view, Profile profile, MultiValueMap<String, String> query) {
        var id = profile.customer().id();
        Set<String> kinds = new LinkedHashSet<>(query.getOrDefault("kind", List.of()));
        kinds.retainAll(timeline.kinds().stream().map(TimelineSource::kind).toList());
        String cursor = query.getFirst("cursor");
        var list =
                new TimelineList(
                        view,
                        id,
                        profile.today(),
                        timeline.kinds(),
                        kinds,
                        timeline.of(id, kinds, cursor, SHOWN, view.locale()),
                        query.getFirst("day"));
        return cursor != null && view.htmx()
                ? templates.profileTimelineLines(view, list)
                : templates.profileTimeline(view, list);
    }
}
