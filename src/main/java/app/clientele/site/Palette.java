package app.clientele.site;

import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds places, commands and whatever the modules can find, as someone types. */
@Controller
class Palette {
    private static final int PER_SOURCE = 8;

    private final List<PaletteSource> sources;
    private final Templates templates;

    Palette(ObjectProvider<PaletteSource> sources, Templates templates) {
        this.sources = sources.orderedStream().toList();
        this.templates = templates;
    }

    @GetMapping("/palette")
    JteModel find(View view, @RequestParam(defaultValue = "") String q) {
        var viewer = view.viewer();
        var entries =
                viewer == null
                        ? List.<PaletteEntry>of()
                        : Stream.concat(found(viewer, q.strip()), places(view, q.strip())).toList();
        return templates.sitePaletteList(view, entries);
    }

    private Stream<PaletteEntry> found(Viewer viewer, String query) {
        return sources.stream()
                .flatMap(source -> source.find(viewer, query, PER_SOURCE).stream())
                .limit(3L * PER_SOURCE);
    }

    private static Stream<PaletteEntry> places(View view, String query) {
        var wanted = query.toLowerCase(view.locale());
        return Stream.of(actions(view), pages(view), settings(view))
                .flatMap(entries -> entries)
                .filter(entry -> entry.title().toLowerCase(view.locale()).contains(wanted))
                .limit(query.isEmpty() ? 12 : PER_SOURCE);
    }

    private static Stream<PaletteEntry> actions(View view) {
        return view.actions().stream()
                .map(a ->
                        new PaletteEntry(
                                view.t(a.titleKey()),
                                a.keys(),
                                a.path(),
                                a.icon(),
                                "site.palette.action"));
    }

    private static Stream<PaletteEntry> pages(View view) {
        return view.nav().stream()
                .map(n ->
                        new PaletteEntry(
                                view.t(n.titleKey()),
                                n.keys(),
                                n.path(),
                                n.icon(),
                                "site.palette.page"));
    }

    private static Stream<PaletteEntry> settings(View view) {
        return view.settings().stream()
                .map(s ->
                        new PaletteEntry(
                                view.t(s.titleKey()), "", s.path(), s.icon(), "site.settings"));
    }
}
