package app.clientele.calendar.web.waitlist;

import static java.util.Objects.requireNonNull;

import app.clientele.business.Branches;
import app.clientele.business.Branches.Branch;
import app.clientele.business.Services;
import app.clientele.business.Services.Filter;
import app.clientele.calendar.waitlist.AppointmentWaitlist;
import app.clientele.calendar.waitlist.Joining;
import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.calendar.waitlist.WaitlistWish;
import app.clientele.customers.Customer;
import app.clientele.customers.Customers;
import app.clientele.customers.history.Undo;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.shared.Validation;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Puts a customer in the line, or changes what they wait for. */
@Controller
@RequestMapping("/waitlist")
@Requires(Permission.APPOINTMENT_VIEW)
class WaitlistFormPages {
    private static final int USUAL_DAYS = 14;

    private final AppointmentWaitlist waitlist;
    private final Customers customers;
    private final Branches branches;
    private final Services services;
    private final Undo undo;
    private final UndoToasts toasts;
    private final Input input;
    private final Clock clock;
    private final Templates templates;

    WaitlistFormPages(
            AppointmentWaitlist waitlist,
            Customers customers,
            Branches branches,
            Services services,
            Undo undo,
            UndoToasts toasts,
            Input input,
            Clock clock,
            Templates templates) {
        this.waitlist = waitlist;
        this.customers = customers;
        this.branches = branches;
        this.services = services;
        this.undo = undo;
        this.toasts = toasts;
        this.input = input;
        this.clock = clock;
        this.templates = templates;
    }

    /** With what is known already, as from a profile or from the form of a booking. */
    @GetMapping("/create")
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel create(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        Optional<Customer> customer = customer(typed.value("customerId"));
        List<Branch> places = branches.all(false);
        if (typed.value("branchId") == null) {
            typed =
                    typed.with(
                            "branchId",
                            customer.map(c -> c.details().preferredBranchId())
                                    .orElseGet(() -> places.getFirst().id()));
        }
        LocalDate from = date(typed.value("date"), places.getFirst());
        typed = typed.with("from", from).with("to", from.plusDays(USUAL_DAYS));
        return templates.waitlistForm(form(view, null, typed, FormErrors.none()));
    }

    private LocalDate date(@Nullable String typed, Branch place) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(place.zone()));
        try {
            LocalDate day = typed == null ? today : LocalDate.parse(typed);
            return day.isBefore(today) ? today : day;
        } catch (DateTimeException e) {
            return today;
        }
    }

    private WaitlistForm form(
            View view, @Nullable WaitlistEntry entry, Typed typed, FormErrors errors) {
        String name =
                entry == null
                        ? customer(typed.value("customerId"))
                                .map(Customer::shownName)
                                .orElse(typed.value("_name"))
                        : entry.customer();
        return new WaitlistForm(
                view,
                entry,
                name,
                typed,
                errors,
                branches.all(false),
                services.list(new Filter(null, null, null, null, false, null)));
    }

    private Optional<Customer> customer(@Nullable String typed) {
        try {
            return typed == null || typed.isBlank()
                    ? Optional.empty()
                    : Optional.of(customers.get(Input.id(typed, "customer")));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    @PostMapping("/create")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object join(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            Joining joining = input.form(fields, Joining.class);
            Validation.check(joining);
            var done =
                    undo.doing(requireNonNull(joining.customerId()), () -> waitlist.join(joining));
            String name = done.result().customer();
            return view.redirect(WaitlistPages.PATH, toasts.of(done, "waitlist.done.joined", name));
        } catch (Invalid e) {
            return view.invalid(again(view, null, typed, FormErrors.of(view, e)));
        } catch (NotFound e) {
            String unknown = view.t("classes.customer.unknown");
            return view.invalid(again(view, null, typed, FormErrors.of("customerId", unknown)));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT, again(view, null, typed, FormErrors.of(view, e)));
        }
    }

    private JteModel again(
            View view, @Nullable WaitlistEntry entry, Typed typed, FormErrors errors) {
        return templates.waitlistForm(form(view, entry, typed, errors));
    }

    @GetMapping("/{id}/edit")
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel edit(View view, @PathVariable UUID id) {
        WaitlistEntry entry = waitlist.get(id);
        return again(view, entry, WaitlistForm.begun(entry), FormErrors.none());
    }

    @PostMapping("/{id}/edit")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object change(
            View view,
            @PathVariable UUID id,
            @RequestParam int _version,
            @RequestParam MultiValueMap<String, String> fields) {
        WaitlistEntry entry = waitlist.get(id);
        Typed typed = new Typed(fields);
        try {
            WaitlistWish wish = input.form(fields, WaitlistWish.class);
            var toast =
                    toasts.after(
                            entry.customerId(),
                            "waitlist.done.changed",
                            () -> waitlist.change(id, wish, _version),
                            entry.customer());
            return view.redirect(WaitlistPages.PATH, toast);
        } catch (Invalid e) {
            return view.invalid(again(view, entry, typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(
                    view, e, typed, (kept, errors) -> again(view, entry, kept, errors));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT, again(view, entry, typed, FormErrors.of(view, e)));
        }
    }
}
