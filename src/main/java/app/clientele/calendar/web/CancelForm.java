package app.clientele.calendar.web;

import app.clientele.calendar.Appointment;
import app.clientele.site.FormErrors;
import app.clientele.site.View;

/** Calling an appointment off. */
public record CancelForm(
        View view, Appointment appointment, boolean late, String reason, FormErrors errors) {
    public String action() {
        return AppointmentWords.path(appointment) + "/cancel";
    }
}
