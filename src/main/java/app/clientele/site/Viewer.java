package app.clientele.site;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The signed-in member of staff a page is drawn for; a security filter puts it in the request under
 * {@link #ATTRIBUTE}.
 *
 * @param theme light, dark or system
 * @param density compact, cosy or roomy
 * @param shortcuts whether single-key shortcuts are on (WCAG 2.1.4)
 * @param branchId the branch whose day they look at, when they chose one
 */
public record Viewer(
        UUID staffId,
        String name,
        String email,
        UUID businessId,
        String businessName,
        String businessSlug,
        Set<String> permissions,
        Locale locale,
        ZoneId zone,
        String theme,
        String density,
        boolean shortcuts,
        @Nullable UUID branchId) {

    public static final String ATTRIBUTE = "clientele.viewer";

    public boolean may(String permission) {
        return permissions.contains(permission);
    }
}
