package app.clientele.calendar.web;

import app.clientele.calendar.Appointment;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Appointments.Cancellation;
import app.clientele.calendar.Scope;
import app.clientele.calendar.Together;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Text;
import app.clientele.site.FormErrors;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Calls an appointment off, or with it what was booked together or comes again. */
@Controller
@RequestMapping("/appointments/{id}/cancel")
@Requires(Permission.APPOINTMENT_VIEW)
class CancelPages {
    private final Appointments appointments;
    private final Together together;
    private final UndoToasts toasts;
    private final Templates templates;

    CancelPages(
            Appointments appointments, Together together, UndoToasts toasts, Templates templates) {
        this.appointments = appointments;
        this.together = together;
        this.toasts = toasts;
        this.templates = templates;
    }

    /** What was said in the form. */
    record Said(String reason, boolean late, @Nullable String scope) {}

    @GetMapping
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel cancel(View view, @PathVariable UUID id) {
        boolean late = appointments.isLate(appointments.get(id));
        return form(view, id, new Said("", late, null), FormErrors.none());
    }

    private JteModel form(View view, UUID id, Said said, FormErrors errors) {
        Appointment present = appointments.get(id);
        var scope =
                new ScopeChoice(view, together.reach(present), ScopeChoice.of(said.scope()), true);
        var form = new CancelForm(view, present, said.late(), said.reason(), scope, errors);
        return view.htmx() ? templates.calendarCancel(form) : templates.calendarCancelpage(form);
    }

    @PostMapping
    @Requires(Permission.APPOINTMENT_EDIT)
    Object cancel(
            View view,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean late,
            @RequestParam(required = false) @Nullable String scope) {
        var said = new Said(reason, late, scope);
        Appointment present = appointments.get(id);
        Scope meant = ScopeChoice.of(scope);
        var cancellation = new Cancellation(Text.clean(reason), late);
        try {
            var toast =
                    toasts.after(
                            present.customerId(),
                            "appointments.done.cancelled",
                            () -> together.cancel(id, cancellation, meant),
                            present.service());
            return AppointmentPages.closed(view, present, toast);
        } catch (Invalid e) {
            return view.invalid(form(view, id, said, FormErrors.of(view, e)));
        } catch (Refused e) {
            return view.status(HttpStatus.CONFLICT, form(view, id, said, FormErrors.of(view, e)));
        }
    }
}
