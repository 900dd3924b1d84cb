package app.clientele.customers;

import app.clientele.shared.Permission;
import java.util.UUID;

/**
 * Something to do for a customer at the head of their profile, such as to book them; a module
 * contributes one by declaring it as a bean.
 *
 * @param path the address that ends in their id, and is opened as a dialog; or to which their id is
 *     posted as {@code customer}
 * @param keys the shortcut on the profile
 */
public record ProfileAction(
        String titleKey,
        String path,
        String icon,
        String keys,
        Permission permission,
        boolean posted) {
    /** One that opens a dialog, as a button beside the name. */
    public static ProfileAction dialog(
            String titleKey, String path, String icon, String keys, Permission permission) {
        return new ProfileAction(titleKey, path, icon, keys, permission, false);
    }

    /** One that begins something by a press in the menu. */
    public static ProfileAction posted(
            String titleKey, String path, String icon, String keys, Permission permission) {
        return new ProfileAction(titleKey, path, icon, keys, permission, true);
    }

    public String path(UUID customer) {
        return path + customer;
    }
}
