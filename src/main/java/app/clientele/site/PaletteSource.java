package app.clientele.site;

import java.util.List;

/**
 * Something the palette can find; every bean of this type is asked, in the order of {@code @Order}.
 */
public interface PaletteSource {
    /**
     * @param query what was typed, trimmed, perhaps empty
     * @param limit the most entries that will be shown from this source
     */
    List<PaletteEntry> find(Viewer viewer, String query, int limit);
}
