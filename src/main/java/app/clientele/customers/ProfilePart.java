package app.clientele.customers;

import app.clientele.business.Feature;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import org.jspecify.annotations.Nullable;

/**
 * Something a module puts on the profile: shown to those who may see it, where it is switched on.
 */
public interface ProfilePart {
    /** Where it stands among its like. */
    int order();

    Permission permission();

    default @Nullable Feature feature() {
        return null;
    }

    /**
     * What it needs to know at a glance, as one scalar expression of SQL over {@code c}, the row of
     * {@code customer}. All parts' expressions run in one statement. Tables in it are asked with
     * {@code business_id = :business}.
     */
    default @Nullable String glance() {
        return null;
    }

    /** Whether the caller sees it on this profile. */
    default boolean shownOn(Profile profile) {
        Feature feature = feature();
        return Caller.current().may(permission())
                && (feature == null || profile.business().has(feature));
    }
}
