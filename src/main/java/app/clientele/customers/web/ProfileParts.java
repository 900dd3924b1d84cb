package app.clientele.customers.web;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfileAction;
import app.clientele.customers.ProfileMark;
import app.clientele.customers.ProfileMark.Mark;
import app.clientele.customers.ProfilePanel;
import app.clientele.customers.ProfilePart;
import app.clientele.customers.exporting.RecordCopies;
import app.clientele.customers.notes.Alert;
import app.clientele.customers.notes.AlertRows;
import app.clientele.customers.web.ProfilePage.Head;
import app.clientele.customers.web.ProfilePage.Status;
import app.clientele.shared.Caller;
import app.clientele.shared.NotAllowed;
import app.clientele.shared.NotFound;
import app.clientele.site.View;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/** Puts together the page of a profile: its head, the tabs of all modules, the open one. */
public class ProfileParts {
    private final List<ProfilePanel> panels;
    private final List<ProfileMark> marks;
    private final List<ProfileAction> actions;
    private final RecordCopies copies;
    private final StatusGlance statuses;
    private final AlertGlance alerts;
    private final RetentionGlance retention;

    ProfileParts(
            List<ProfilePanel> panels,
            List<ProfileMark> marks,
            List<ProfileAction> actions,
            RecordCopies copies,
            StatusGlance statuses,
            AlertGlance alerts,
            RetentionGlance retention) {
        this.panels = panels.stream().sorted(Comparator.comparingInt(ProfilePart::order)).toList();
        this.marks = marks.stream().sorted(Comparator.comparingInt(ProfilePart::order)).toList();
        this.actions = actions;
        this.copies = copies;
        this.statuses = statuses;
        this.alerts = alerts;
        this.retention = retention;
    }

    /** The page with a panel open, the first one when none is named. */
    ProfilePage page(
            View view,
            Profile profile,
            @Nullable String path,
            MultiValueMap<String, String> query) {
        ProfilePanel open = panel(profile, path);
        return page(view, profile, open, open.show(view, profile, query));
    }

    /** The page without what the open panel shows. */
    ProfilePage frame(View view, Profile profile, @Nullable String path) {
        ProfilePanel open =
                panels.stream()
                        .filter(panel -> panel.path().equals(path))
                        .findFirst()
                        .orElse(panels.getFirst());
        return page(view, profile, open, null);
    }

    private ProfilePage page(
            View view, Profile profile, ProfilePanel open, @Nullable Content content) {
        var tabs = new ProfileTabs(view, profile, panels);
        return new ProfilePage(
                head(view, profile),
                tabs.all(),
                tabs.idOf(open),
                tabs.partsOf(open),
                open.path(),
                content);
    }

    public Head head(View view, Profile profile) {
        JsonNode due = profile.glance(retention);
        return new Head(
                shown(view, profile),
                statuses(profile),
                alerts(profile),
                due.isString() ? LocalDate.parse(due.asString()) : null,
                marks(view, profile),
                actions(view, profile),
                copies.allowed());
    }

    private List<ProfileAction> actions(View view, Profile profile) {
        return profile.customer().eraseAt() != null
                ? List.of()
                : actions.stream().filter(a -> view.may(a.permission())).toList();
    }

    private List<Mark> marks(View view, Profile profile) {
        return marks.stream()
                .filter(mark -> mark.shownOn(profile))
                .flatMap(mark -> mark.mark(view, profile.glance(mark)).stream())
                .toList();
    }

    static Shown shown(View view, Profile profile) {
        return new Shown(view, profile.customer(), profile.business(), profile.today());
    }

    private List<Status> statuses(Profile profile) {
        return StreamSupport.stream(profile.glance(statuses).spliterator(), false)
                .map(s -> new Status(s.path("name").asString(), s.path("colour").asString()))
                .toList();
    }

    List<Alert> alerts(Profile profile) {
        return AlertRows.read(profile.glance(alerts));
    }

    /**
     * @throws NotFound for a panel that does not exist, or not in this business
     * @throws NotAllowed for one the caller may not see
     */
    private ProfilePanel panel(Profile profile, @Nullable String path) {
        ProfilePanel found =
                panels.stream()
                        .filter(panel -> path == null || panel.path().equals(path))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("tab"));
        if (!Caller.current().may(found.permission())) {
            throw new NotAllowed(found.permission());
        }
        if (!found.shownOn(profile)) {
            throw new NotFound("tab");
        }
        return found;
    }
}
