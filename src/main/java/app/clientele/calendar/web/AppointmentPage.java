package app.clientele.calendar.web;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentLog.Step;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import gg.jte.Content;
import java.util.List;

/**
 * One appointment as it is shown.
 *
 * @param together the others of its visit
 * @param series all of its series
 * @param steps what happened to it, the latest first
 * @param parts what other modules add
 */
public record AppointmentPage(
        View view,
        Appointment appointment,
        List<Appointment> together,
        List<Appointment> series,
        List<Step> steps,
        List<Content> parts,
        FormErrors errors) {
    public String title() {
        return appointment.service();
    }

    public String path() {
        return AppointmentWords.path(appointment);
    }

    /** Whether there still is a record to go to. */
    public boolean known() {
        return appointment.customer() != null;
    }

    public String customer() {
        return AppointmentWords.name(view, appointment);
    }

    public String customerPath() {
        return known() ? "/customers/" + appointment.customerId() + "/appointments" : "/calendar";
    }

    public String step(Step step) {
        if (step.status() != null) {
            return AppointmentWords.status(view, step.status());
        }
        return step.from() == null
                ? ""
                : view.t(
                        "appointments.moved.from",
                        AppointmentWords.at(view, appointment).dateTime(step.from()));
    }
}
