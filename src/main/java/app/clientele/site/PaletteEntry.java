package app.clientele.site;

/**
 * One line of the palette.
 *
 * @param title already in the viewer's language
 * @param hint what tells it from its namesakes, perhaps empty
 * @param kind the heading it is listed under, a message key
 */
public record PaletteEntry(String title, String hint, String path, String icon, String kind) {}
