package app.clientele.calendar.web.classes;

import app.clientele.calendar.classes.ClassBooking;
import app.clientele.calendar.classes.ClassBookingStatus;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a customer, on their profile.
 *
 * @param status the one looked for among the past ones
 * @param ahead those to come, the next first; told only on the first page
 * @param past those that were, the latest first
 */
public record ClassList(
        View view,
        UUID customer,
        @Nullable ClassBookingStatus status,
        List<ClassBooking> ahead,
        Page<ClassBooking> past) {
    public String path() {
        return "/customers/" + customer + "/classes";
    }

    /** Where one chooses a class for them. */
    public String book() {
        return "/classes?customer=" + customer;
    }

    /** What past classes may be looked for by. */
    public List<ClassBookingStatus> statuses() {
        return List.of(
                ClassBookingStatus.ATTENDED,
                ClassBookingStatus.CANCELLED,
                ClassBookingStatus.LATE_CANCELLED,
                ClassBookingStatus.NO_SHOW);
    }

    public boolean nothing() {
        return ahead.isEmpty() && past.items().isEmpty() && status == null;
    }

    public boolean mayBook() {
        return view.may(Permission.APPOINTMENT_EDIT);
    }

    public @Nullable String next() {
        if (past.next() == null) {
            return null;
        }
        String filter = status == null ? "" : "&status=" + status.wireName();
        return path() + "?cursor=" + past.next() + filter;
    }
}
