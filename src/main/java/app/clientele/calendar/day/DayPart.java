package app.clientele.calendar.day;

import app.clientele.business.Business;
import app.clientele.business.Feature;
import app.clientele.shared.Caller;
import app.clientele.shared.Permission;
import org.jspecify.annotations.Nullable;

/** Something a module puts on the page of the day: shown to whoever may see it, where it is on. */
public interface DayPart {
    /** Where it stands among its like. */
    int order();

    Permission permission();

    default @Nullable Feature feature() {
        return null;
    }

    /** What it needs to know, as one scalar expression of SQL; all of them run in one statement. */
    String glance();

    /** Whether the caller sees it. */
    default boolean shownTo(Business business) {
        Feature feature = feature();
        return Caller.current().may(permission()) && (feature == null || business.has(feature));
    }
}
