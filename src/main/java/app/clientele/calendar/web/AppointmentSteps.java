package app.clientele.calendar.web;

import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.online.RequestQueue;
import app.clientele.calendar.online.RequestQueue.Refusal;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.site.Toast;
import java.util.UUID;

/** Takes an appointment one step further, or back again, and says so. */
public class AppointmentSteps {
    private final Appointments appointments;
    private final RequestQueue requests;
    private final UndoToasts toasts;

    AppointmentSteps(Appointments appointments, RequestQueue requests, UndoToasts toasts) {
        this.appointments = appointments;
        this.requests = requests;
        this.toasts = toasts;
    }

    /** Does it; what is said offers to take it back. */
    public Toast to(UUID id, AppointmentStatus status) {
        var present = appointments.get(id);
        return toasts.after(
                present.customerId(),
                "appointments.done." + status.wireName(),
                () -> step(id, status),
                present.service());
    }

    private void step(UUID id, AppointmentStatus status) {
        switch (status) {
            case BOOKED -> book(id);
            case CONFIRMED -> appointments.confirm(id);
            case ARRIVED -> appointments.checkIn(id);
            case IN_SERVICE -> appointments.start(id);
            case COMPLETED -> appointments.complete(id);
            case NO_SHOW -> appointments.noShow(id);
            case DECLINED -> requests.decline(id, new Refusal(null));
            case REQUESTED, CANCELLED, LATE_CANCELLED -> throw new Invalid("status", "choice");
        }
    }

    /** Whoever asked online hears of it. */
    private void book(UUID id) {
        if (appointments.get(id).status() == AppointmentStatus.REQUESTED) {
            requests.accept(id);
        } else {
            appointments.reopen(id);
        }
    }
}
