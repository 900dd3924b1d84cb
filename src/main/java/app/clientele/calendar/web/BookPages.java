package app.clientele.calendar.web;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches;
import app.clientele.business.Businesses;
import app.clientele.business.Services;
import app.clientele.business.Services.Filter;
import app.clientele.calendar.Appointment;
import app.clientele.calendar.Appointments;
import app.clientele.calendar.Booking;
import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.history.Undo;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Validation;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
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

/** Books an appointment, from a profile, an empty place of the calendar or an earlier one. */
@Controller
@RequestMapping("/appointments/create")
@Requires(Permission.APPOINTMENT_VIEW)
class BookPages {
    private final Appointments appointments;
    private final Branches branches;
    private final Services services;
    private final Businesses businesses;
    private final Customers customers;
    private final FreeStarts free;
    private final Undo undo;
    private final UndoToasts toasts;
    private final Input input;
    private final Clock clock;
    private final Templates templates;

    BookPages(
            Appointments appointments,
            Branches branches,
            Services services,
            Businesses businesses,
            Customers customers,
            FreeStarts free,
            Undo undo,
            UndoToasts toasts,
            Input input,
            Clock clock,
            Templates templates) {
        this.appointments = appointments;
        this.branches = branches;
        this.services = services;
        this.businesses = businesses;
        this.customers = customers;
        this.free = free;
        this.undo = undo;
        this.toasts = toasts;
        this.input = input;
        this.clock = clock;
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
        return shown(form(view, typed));
    }

    private static Typed again(Appointment earlier) {
        return Typed.nothing()
                .with("customerId", earlier.customerId())
                .with("branchId", earlier.branchId())
                .with("serviceId", earlier.serviceId())
                .with("staffId", earlier.staffId());
    }

    private BookForm form(View view, Typed typed) {
        var places = branches.all(false);
        Optional<Customer> customer = customer(typed);
        Typed begun = typed;
        if (begun.value("branchId") == null) {
            begun =
                    begun.with(
                            "branchId",
                            customer.map(c -> c.details().preferredBranchId())
                                    .orElseGet(() -> places.getFirst().id()));
        }
        UUID branch = uuid(begun.value("branchId"));
        ZoneId zone = zone(places, branch);
        if (begun.value("date") == null) {
            begun = begun.with("date", LocalDate.ofInstant(clock.instant(), zone));
        }
        if (BookForm.isWalkIn(begun) && begun.value("time") == null) {
            begun = begun.with("time", free.justBegun(zone));
        }
        var offered = services.list(new Filter(null, null, branch, null, false, null));
        List<String> preferred =
                customer.map(c -> c.details().preferredStaffIds()).orElse(List.of()).stream()
                        .map(UUID::toString)
                        .toList();
        return new BookForm(
                view,
                begun,
                customer.map(Customer::shownName).orElse(begun.value("_name")),
                places,
                offered,
                preferred,
                free.of(begun, customer),
                FormErrors.none(),
                Doubts.of(begun));
    }

    private Optional<Customer> customer(Typed typed) {
        UUID id = uuid(typed.value("customerId"));
        try {
            return id == null ? Optional.empty() : Optional.of(customers.get(id));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ZoneId zone(List<Branches.Branch> places, @Nullable UUID branch) {
        return places.stream()
                .filter(b -> b.id().equals(branch))
                .findFirst()
                .map(b -> ZoneId.of(b.zone()))
                .orElse(ZoneId.of("UTC"));
    }

    private JteModel shown(BookForm form) {
        return form.view().htmx() ? templates.calendarBook(form) : templates.calendarBookpage(form);
    }

    /** The part of the form that follows from what was chosen: who performs it, and free times. */
    @GetMapping("/choices")
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel choices(View view, @RequestParam MultiValueMap<String, String> fields) {
        return templates.calendarBookchoices(form(view, new Typed(fields)));
    }

    @PostMapping
    @Requires(Permission.APPOINTMENT_EDIT)
    Object create(View view, @RequestParam MultiValueMap<String, String> fields) {
        BookForm form = form(view, new Typed(fields));
        try {
            Booking booking = input.form(form.fields(currency()), Booking.class);
            Validation.check(booking);
            var done =
                    undo.doing(
                            requireNonNull(booking.customerId()), () -> appointments.book(booking));
            return booked(view, done);
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

    private Object booked(View view, Undo.Done<Appointment> done) {
        Appointment made = done.result();
        var toast =
                toasts.of(
                        done,
                        "appointments.done.booked",
                        made.service(),
                        AppointmentWords.at(view, made).dateTime(made.startsAt()));
        return AppointmentPages.closed(view, made, toast);
    }
}
