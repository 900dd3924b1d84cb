package app.clientele.site;

/**
 * An entry of the menu under the person's own name; a module contributes one by declaring it as a
 * bean.
 *
 * @param post whether choosing it changes something, as signing out does
 */
public record AccountItem(String titleKey, String path, String icon, int order, boolean post) {}
