package app.clientele.customers.web;

import app.clientele.customers.Profile;
import app.clientele.customers.ProfileGroup;
import app.clientele.customers.ProfilePanel;
import app.clientele.site.Tab;
import app.clientele.site.View;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The tabs of one profile: those that belong together stand under one, unless it is only one. */
class ProfileTabs {
    private final View view;
    private final Profile profile;
    private final ProfilePanel first;
    private final Map<String, List<ProfilePanel>> tabs = new LinkedHashMap<>();

    ProfileTabs(View view, Profile profile, List<ProfilePanel> panels) {
        this.view = view;
        this.profile = profile;
        this.first = panels.getFirst();
        List<ProfilePanel> shown = panels.stream().filter(p -> p.shownOn(profile)).toList();
        for (ProfilePanel panel : shown) {
            tabs.computeIfAbsent(id(panel, shown), id -> new java.util.ArrayList<>()).add(panel);
        }
    }

    private static String id(ProfilePanel panel, List<ProfilePanel> shown) {
        ProfileGroup group = panel.group();
        boolean alone = shown.stream().filter(p -> p.group() == group).limit(2).count() < 2;
        return group == null || alone ? panel.path() : group.wireName();
    }

    /** In the order of the first panel of each. */
    List<Tab> all() {
        return tabs.entrySet().stream()
                .map(e ->
                        e.getValue().size() == 1
                                ? tab(e.getValue().getFirst())
                                : group(e.getKey(), e.getValue()))
                .toList();
    }

    private Tab group(String id, List<ProfilePanel> panels) {
        ProfilePanel opens = panels.getFirst();
        ProfileGroup group = java.util.Objects.requireNonNull(opens.group());
        return new Tab(id, view.t(group.titleKey()), path(opens), null);
    }

    private Tab tab(ProfilePanel panel) {
        return new Tab(panel.path(), view.t(panel.titleKey()), path(panel), count(panel));
    }

    private String path(ProfilePanel panel) {
        String path = "/customers/" + profile.customer().id();
        return panel == first ? path : path + "/" + panel.path();
    }

    private @Nullable Long count(ProfilePanel panel) {
        JsonNode count = profile.glance(panel);
        return count.isNumber() && count.longValue() > 0 ? Long.valueOf(count.longValue()) : null;
    }

    /** Under which tab a panel stands. */
    String idOf(ProfilePanel panel) {
        return tabs.entrySet().stream()
                .filter(e -> e.getValue().contains(panel))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(panel.path());
    }

    /** Those a panel stands together with, itself among them; none when it stands alone. */
    List<Tab> partsOf(ProfilePanel panel) {
        List<ProfilePanel> together = tabs.getOrDefault(idOf(panel), List.of());
        return together.size() < 2 ? List.of() : together.stream().map(this::tab).toList();
    }
}
