package app.clientele.calendar.web;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Businesses;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Booking;
import app.clientele.customers.history.Undo;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Books a visit, from a profile, an empty place of the calendar or an earlier appointment. */
@Controller
@RequestMapping("/appointments/create")
@Requires(Permission.APPOINTMENT_VIEW)
class BookPages {
    private final Appointments appointments;
    private final BookForms forms;
    private final SeriesBooking series;
    private final Businesses businesses;
    private final Undo undo;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    BookPages(
            Appointments appointments,
            BookForms forms,
            SeriesBooking series,
            Businesses businesses,
            Undo undo,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.appointments = appointments;
        this.forms = forms;
        this.series = series;
        this.businesses = businesses;
        this.undo = undo;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    /**
     * The form, begun with what is known.
     *
     * @param again an appointment that is to be had once more
     */
    @GetMapping
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel form(
            View view,
            @RequestParam(required = false) @Nullable UUID again,
            @RequestParam MultiValueMap<String, String> known) {
        Typed typed = again == null ? new Typed(known) : again(appointments.get(again));
        return shown(forms.of(view, typed));
    }

    private static Typed again(Appointment earlier) {
        return Typed.nothing()
                .with("customerId", earlier.customerId())
                .with("branchId", earlier.branchId())
                .with("serviceId", earlier.serviceId())
                .with("staffId", earlier.staffId());
    }

    private JteModel shown(BookForm form) {
        return form.view().htmx() ? templates.calendarBook(form) : templates.calendarBookpage(form);
    }

    /** The part of the form that follows from what was chosen: facts, colleagues, free times. */
    @GetMapping("/choices")
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel choices(View view, @RequestParam MultiValueMap<String, String> fields) {
        return templates.calendarBookchoices(forms.of(view, new Typed(fields)));
    }

    @PostMapping
    @Requires(Permission.APPOINTMENT_EDIT)
    Object create(View view, @RequestParam MultiValueMap<String, String> fields) {
        BookForm form = forms.of(view, new Typed(fields));
        try {
            var typed = BookCommand.fields(form, currency());
            if (form.repeats()) {
                return series.answer(form, typed);
            }
            return booked(view, input.form(typed, BookCommand.Visit.class).appointments());
        } catch (Invalid e) {
            return view.invalid(shown(form.with(FormErrors.of(view, e), form.doubts())));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    shown(form.with(Doubts.errors(view, e), form.doubts().and(e))));
        }
    }

    private CurrencyUnit currency() {
        return CurrencyUnit.of(businesses.current().currency());
    }

    private Object booked(View view, List<Booking> visit) {
        UUID lead = visit.getFirst().customerId();
        var done =
                lead == null
                        ? new Undo.Done<>(appointments.bookVisit(visit), null)
                        : undo.doing(lead, () -> appointments.bookVisit(visit));
        Appointment made = done.result().getFirst();
        return AppointmentPages.closed(view, made, told(view, done, made));
    }

    private Toast told(View view, Undo.Done<List<Appointment>> done, Appointment made) {
        String at = AppointmentWords.at(view, made).dateTime(made.startsAt());
        int parts = requireNonNull(done.result()).size();
        return parts == 1
                ? toasts.of(done, "appointments.done.booked", made.service(), at)
                : toasts.of(done, "appointments.done.visit", parts, at);
    }
}
