package app.clientele.calendar.web;

import app.clientele.business.Businesses;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.AppointmentDetails;
import app.clientele.calendar.AppointmentLog;
import app.clientele.calendar.AppointmentStatus;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Together;
import app.clientele.calendar.VisitPart;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.Content;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One appointment: what it is, what may become of it, and calling it off. */
@Controller
@RequestMapping("/appointments/{id}")
@Requires(Permission.APPOINTMENT_VIEW)
class AppointmentPages {
    private final Appointments appointments;
    private final Together together;
    private final AppointmentLog log;
    private final AppointmentSteps steps;
    private final List<VisitPart> parts;
    private final UndoToasts toasts;
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;

    AppointmentPages(
            Appointments appointments,
            Together together,
            AppointmentLog log,
            AppointmentSteps steps,
            List<VisitPart> parts,
            UndoToasts toasts,
            Businesses businesses,
            Input input,
            Templates templates) {
        this.appointments = appointments;
        this.together = together;
        this.log = log;
        this.steps = steps;
        this.parts = parts;
        this.toasts = toasts;
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(View view, @PathVariable UUID id) {
        return shown(view, appointments.get(id), FormErrors.none());
    }

    private JteModel shown(View view, Appointment appointment, FormErrors errors) {
        List<Appointment> others =
                appointments.visit(appointment.visitId()).stream()
                        .filter(other -> !other.id().equals(appointment.id()))
                        .toList();
        UUID id = appointment.seriesId();
        List<Appointment> series = id == null ? List.of() : together.series(id);
        List<Content> added =
                parts.stream()
                        .filter(part -> view.may(part.permission()))
                        .map(part -> part.show(view, appointment))
                        .filter(Objects::nonNull)
                        .toList();
        var page =
                new AppointmentPage(
                        view, appointment, others, series, log.of(appointment), added, errors);
        return view.htmx() ? templates.calendarDrawer(page) : templates.calendarShow(page);
    }

    /** One step further, or back again. */
    @PostMapping("/status")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object status(View view, @PathVariable UUID id, @RequestParam AppointmentStatus status) {
        try {
            return done(view, id, steps.to(id, status));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT, shown(view, appointments.get(id), FormErrors.of(view, e)));
        }
    }

    private Object done(View view, UUID id, Toast toast) {
        if (!view.htmx()) {
            return view.redirect("/appointments/" + id, toast);
        }
        view.toast(toast);
        view.trigger("appointments-changed", id.toString());
        return shown(view, appointments.get(id), FormErrors.none());
    }

    /** The dialog goes; what lies below it is read anew. */
    static Object closed(View view, Appointment about, Toast toast) {
        if (!view.htmx()) {
            return view.redirect(AppointmentWords.path(about), toast);
        }
        view.toast(toast);
        view.trigger("closeDialog", "");
        view.trigger("appointments-changed", about.id().toString());
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/edit")
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel edit(View view, @PathVariable UUID id) {
        Appointment present = appointments.get(id);
        return editing(form(view, present, AppointmentForm.begun(present, view.locale())));
    }

    /** In the currency it was agreed in, or else that of the business. */
    private AppointmentForm form(View view, Appointment present, Typed typed) {
        var price = present.price();
        CurrencyUnit currency =
                price == null
                        ? CurrencyUnit.of(businesses.current().currency())
                        : price.getCurrencyUnit();
        return new AppointmentForm(
                view, present, currency, typed, together.reach(present), FormErrors.none());
    }

    private JteModel editing(AppointmentForm form) {
        return form.view().htmx() ? templates.calendarEdit(form) : templates.calendarEditpage(form);
    }

    @PostMapping("/edit")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object change(
            View view,
            @PathVariable UUID id,
            @RequestParam int _version,
            @RequestParam MultiValueMap<String, String> fields) {
        Appointment present = appointments.get(id);
        var form = form(view, present, new Typed(fields));
        try {
            var details = input.form(form.fields(), AppointmentDetails.class);
            var toast =
                    toasts.after(
                            present.customerId(),
                            "appointments.done.changed",
                            () ->
                                    together.change(
                                            id, details, ScopeChoice.of(form.typed()), _version),
                            present.service());
            return closed(view, present, toast);
        } catch (Invalid e) {
            return view.invalid(editing(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Stale e) {
            return Overtaken.form(
                    view, e, form.typed(), (typed, errors) -> editing(form.with(typed, errors)));
        }
    }
}
