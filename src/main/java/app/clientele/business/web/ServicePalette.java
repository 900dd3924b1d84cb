package app.clientele.business.web;

import app.clientele.business.Services;
import app.clientele.business.Services.Filter;
import app.clientele.shared.Permission;
import app.clientele.site.PaletteEntry;
import app.clientele.site.PaletteSource;
import app.clientele.site.Viewer;
import java.util.List;

/** Finds services by name, for those who may change them. */
final class ServicePalette implements PaletteSource {
    private static final int LETTERS = 2;

    private final Services services;

    ServicePalette(Services services) {
        this.services = services;
    }

    @Override
    public List<PaletteEntry> find(Viewer viewer, String query, int limit) {
        if (query.length() < LETTERS || !viewer.may(Permission.SETTINGS_SERVICES.wireName())) {
            return List.of();
        }
        return services.list(Filter.named(query, false)).stream()
                .limit(limit)
                .map(s ->
                        new PaletteEntry(
                                s.name(),
                                s.category() == null ? "" : s.category(),
                                ServicePages.LIST + "/" + s.id(),
                                "clipboard-list",
                                "business.services"))
                .toList();
    }
}
