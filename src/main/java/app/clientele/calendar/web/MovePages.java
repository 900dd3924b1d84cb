package app.clientele.calendar.web;

import app.clientele.business.Services;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Move;
import app.clientele.calendar.Together;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Moves an appointment, by its form or dropped on another place of the calendar. */
@Controller
@RequestMapping("/appointments/{id}/move")
@Requires(Permission.APPOINTMENT_VIEW)
class MovePages {
    private final Appointments appointments;
    private final Together together;
    private final Services services;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    MovePages(
            Appointments appointments,
            Together together,
            Services services,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.appointments = appointments;
        this.together = together;
        this.services = services;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel form(View view, @PathVariable UUID id) {
        Appointment present = appointments.get(id);
        return form(form(view, present, MoveForm.begun(present)));
    }

    private MoveForm form(View view, Appointment present, Typed typed) {
        return new MoveForm(
                view,
                present,
                services.get(present.serviceId()),
                typed,
                together.reach(present),
                FormErrors.none(),
                Doubts.of(typed));
    }

    private JteModel form(MoveForm form) {
        return form.view().htmx() ? templates.calendarMove(form) : templates.calendarMovepage(form);
    }

    @PostMapping
    @Requires(Permission.APPOINTMENT_EDIT)
    Object move(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Appointment present = appointments.get(id);
        Typed typed = new Typed(fields);
        MoveForm form = form(view, present, typed);
        try {
            Move move = input.form(fields(typed, form), Move.class);
            var toast =
                    toasts.after(
                            present.customerId(),
                            "appointments.done.moved",
                            () -> together.move(id, move, ScopeChoice.of(typed), typed.version()),
                            present.service());
            return AppointmentPages.closed(view, present, toast);
        } catch (Invalid e) {
            FormErrors errors = FormErrors.of(view, e);
            return view.invalid(form(form.with(typed, errors, form.doubts())));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    form(form.with(typed, Doubts.errors(view, e), form.doubts().and(e))));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    typed,
                    (again, errors) -> form(form.with(again, errors, form.doubts())));
        }
    }

    /** What was typed, as the fields of the command. */
    private static MultiValueMap<String, String> fields(Typed typed, MoveForm form) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        Instant moment = WallClock.moment(typed, form.zone());
        fields.remove("date");
        fields.remove("time");
        fields.remove(ScopeChoice.FIELD);
        fields.set("startsAt", moment.toString());
        return fields;
    }
}
