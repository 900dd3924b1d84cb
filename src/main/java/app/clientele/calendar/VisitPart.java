package app.clientele.calendar;

import app.clientele.shared.Permission;
import app.clientele.site.View;
import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * Something a module adds to an appointment as it is shown, such as how it is paid; each is a bean.
 */
public interface VisitPart {
    Permission permission();

    /** What it shows, if anything. */
    @Nullable Content show(View view, Appointment appointment);
}
