package app.clientele.site;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the settings' own navigation; a module contributes one by declaring it as a bean.
 *
 * @param id what a settings page names as its {@code item} to be highlighted
 * @param permission who sees it; everybody when null
 */
public record SettingsItem(
        String id,
        String titleKey,
        String path,
        String icon,
        int order,
        @Nullable String permission) {}
