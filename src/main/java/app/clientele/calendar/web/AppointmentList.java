package app.clientele.calendar.web;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.shared.Page;
import app.clientele.shared.Permission;
import app.clientele.site.View;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The appointments of a customer, on their profile.
 *
 * @param status the one looked for among the past ones
 * @param ahead those to come, the next first; told only on the first page
 * @param others what they booked for others and is to come
 * @param waiting what they wait for; told only on the first page
 * @param past those that were, the latest first
 */
public record AppointmentList(
        View view,
        UUID customer,
        @Nullable AppointmentStatus status,
        List<Appointment> ahead,
        List<Appointment> others,
        List<WaitlistEntry> waiting,
        Page<Appointment> past) {
    /** What past appointments may be looked for by. */
    private static final List<AppointmentStatus> TOLD =
            List.of(
                    AppointmentStatus.COMPLETED,
                    AppointmentStatus.CANCELLED,
                    AppointmentStatus.LATE_CANCELLED,
                    AppointmentStatus.NO_SHOW);

    public String path() {
        return "/customers/" + customer + "/appointments";
    }

    public List<AppointmentStatus> statuses() {
        return TOLD;
    }

    public boolean nothing() {
        return ahead.isEmpty()
                && others.isEmpty()
                && waiting.isEmpty()
                && past.items().isEmpty()
                && status == null;
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

    /** Whether something else in this list was booked together with it. */
    public boolean together(Appointment one) {
        return Stream.of(ahead, others, past.items())
                .flatMap(List::stream)
                .anyMatch(a -> a.visitId().equals(one.visitId()) && !a.id().equals(one.id()));
    }
}
