package app.clientele.access;

import app.clientele.shared.Permission;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A staff member with a live session, and what pages need to know of them.
 *
 * @param preferences how this person likes lists shown, by name
 */
public record SignedIn(
        UUID sessionId,
        UUID businessId,
        UUID staffId,
        UUID accountId,
        String name,
        String email,
        String theme,
        boolean shortcuts,
        Set<Permission> permissions,
        Map<String, String> preferences,
        String slug,
        String businessName,
        ZoneId zone,
        Locale locale) {}
