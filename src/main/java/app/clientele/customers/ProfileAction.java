package app.clientele.customers;

import app.clientele.shared.Permission;
import java.util.UUID;

/**
 * Something to do for a customer at the head of their profile, such as to book them; a module
 * contributes one by declaring it as a bean.
 *
 * @param path the address that ends in their id; it is opened as a dialog
 * @param keys the shortcut on the profile
 */
public record ProfileAction(
        String titleKey, String path, String icon, String keys, Permission permission) {
    public String path(UUID customer) {
        return path + customer;
    }
}
