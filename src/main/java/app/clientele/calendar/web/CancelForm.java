package app.clientele.calendar.web;

import app.clientele.calendar.Appointment;
import app.clientele.site.FormErrors;
import app.clientele.site.View;

/** Calling an appointment off, and with it others that belong to it. */
public record CancelForm(
        View view,
        Appointment appointment,
        boolean late,
        String reason,
        ScopeChoice scope,
        FormErrors errors) {
    public String action() {
        return AppointmentWords.path(appointment) + "/cancel";
    }
}
