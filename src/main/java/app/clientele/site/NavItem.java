package app.clientele.site;

import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the main navigation; a module contributes one by declaring it as a bean.
 *
 * @param id what a page names as its {@code section} to be highlighted
 * @param icon a name from {@code src/main/frontend/icons.txt}
 * @param permission who sees it; everybody when null
 * @param primary whether it has a place in the phone's bar of five
 * @param keys the shortcut that goes there, such as {@code g c}; perhaps empty
 * @param waiting how many things wait there for somebody
 */
public record NavItem(
        String id,
        String titleKey,
        String path,
        String icon,
        int order,
        @Nullable String permission,
        boolean primary,
        String keys,
        @Nullable IntSupplier waiting) {

    /** An entry without a shortcut. */
    public NavItem(
            String id,
            String titleKey,
            String path,
            String icon,
            int order,
            @Nullable String permission,
            boolean primary) {
        this(id, titleKey, path, icon, order, permission, primary, "", null);
    }

    /** An entry with nothing waiting. */
    public NavItem(
            String id,
            String titleKey,
            String path,
            String icon,
            int order,
            @Nullable String permission,
            boolean primary,
            String keys) {
        this(id, titleKey, path, icon, order, permission, primary, keys, null);
    }

    /** The same with a number of what waits there. */
    public NavItem counting(IntSupplier things) {
        return new NavItem(id, titleKey, path, icon, order, permission, primary, keys, things);
    }

    /** How many things wait there now; asked for whoever may see them. */
    public int count() {
        return waiting == null ? 0 : waiting.getAsInt();
    }
}
