package app.clientele.site;

import org.jspecify.annotations.Nullable;

/**
 * A command the palette offers everywhere, such as "New customer"; a module contributes one by
 * declaring it as a bean.
 *
 * @param keys the shortcut shown beside it and bound on every page ({@code "c"}, {@code "g t"}),
 *     perhaps empty
 * @param permission who sees it; everybody when null
 */
public record PaletteAction(
        String titleKey, String path, String icon, String keys, @Nullable String permission) {}
