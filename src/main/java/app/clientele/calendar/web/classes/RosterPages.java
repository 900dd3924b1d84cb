package app.clientele.calendar.web.classes;

import static java.util.Objects.requireNonNull;

import app.clientele.calendar.classes.ClassBooking;
import app.clientele.calendar.classes.ClassBookingStatus;
import app.clientele.calendar.classes.ClassRoster;
import app.clientele.calendar.classes.ClassRoster.Joining;
import app.clientele.calendar.classes.ClassRoster.Leaving;
import app.clientele.calendar.classes.ClassSession;
import app.clientele.calendar.classes.ClassSessions;
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
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.Clock;
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

/** Who is in a class: booked, checked in, waiting. */
@Controller
@RequestMapping("/classes/{session}")
@Requires(Permission.APPOINTMENT_VIEW)
class RosterPages {
    private final ClassSessions sessions;
    private final ClassRoster roster;
    private final Customers customers;
    private final Undo undo;
    private final UndoToasts toasts;
    private final Input input;
    private final Clock clock;
    private final Templates templates;

    RosterPages(
            ClassSessions sessions,
            ClassRoster roster,
            Customers customers,
            Undo undo,
            UndoToasts toasts,
            Input input,
            Clock clock,
            Templates templates) {
        this.sessions = sessions;
        this.roster = roster;
        this.customers = customers;
        this.undo = undo;
        this.toasts = toasts;
        this.input = input;
        this.clock = clock;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(
            View view,
            @PathVariable UUID session,
            @RequestParam(required = false) @Nullable UUID customer) {
        return templates.classesRoster(page(view, session, begun(customer), FormErrors.none()));
    }

    private Typed begun(@Nullable UUID customer) {
        try {
            return customer == null
                    ? Typed.nothing()
                    : Typed.nothing()
                            .with("customerId", customer)
                            .with("_name", customers.get(customer).shownName());
        } catch (NotFound e) {
            return Typed.nothing();
        }
    }

    private RosterPage page(View view, UUID id, Typed typed, FormErrors errors) {
        ClassSession session = sessions.get(id);
        boolean begun = !session.startsAt().isAfter(clock.instant());
        return new RosterPage(view, session, roster.of(id), typed, errors, begun);
    }

    private JteModel part(View view, UUID session, Typed typed, FormErrors errors) {
        RosterPage page = page(view, session, typed, errors);
        return view.htmx() ? templates.classesRosterpart(page) : templates.classesRoster(page);
    }

    @PostMapping("/bookings")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object book(
            View view,
            @PathVariable UUID session,
            @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            Joining joining = input.form(fields, Joining.class);
            Validation.check(joining);
            var done =
                    undo.doing(
                            requireNonNull(joining.customerId()),
                            () -> roster.book(session, joining));
            ClassBooking made = done.result();
            String key = "classes.done." + made.status().wireName();
            return done(view, session, toasts.of(done, key, ClassWords.name(view, made)));
        } catch (Invalid e) {
            return view.invalid(part(view, session, typed, FormErrors.of(view, e)));
        } catch (NotFound e) {
            return view.invalid(
                    part(
                            view,
                            session,
                            typed,
                            FormErrors.of("customerId", view.t("classes.customer.unknown"))));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT, part(view, session, typed, FormErrors.of(view, e)));
        }
    }

    private Object done(View view, UUID session, Toast toast) {
        if (!view.htmx()) {
            return view.redirect("/classes/" + session, toast);
        }
        view.toast(toast);
        return part(view, session, Typed.nothing(), FormErrors.none());
    }

    /** One step further, or back again; calling off is late or in time as the rule has it. */
    @PostMapping("/bookings/{booking}/status")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object status(
            View view,
            @PathVariable UUID session,
            @PathVariable UUID booking,
            @RequestParam ClassBookingStatus status) {
        ClassBooking present = roster.get(booking);
        if (!present.sessionId().equals(session)) {
            throw new NotFound("class_booking");
        }
        try {
            var toast =
                    toasts.after(
                            present.customerId(),
                            "classes.done." + status.wireName(),
                            () -> to(booking, status),
                            ClassWords.name(view, present));
            return done(view, session, toast);
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    part(view, session, Typed.nothing(), FormErrors.of(view, e)));
        }
    }

    private void to(UUID booking, ClassBookingStatus status) {
        switch (status) {
            case BOOKED -> roster.reopen(booking);
            case CHECKED_IN -> roster.checkIn(booking);
            case NO_SHOW -> roster.noShow(booking);
            case CANCELLED -> roster.cancel(booking, new Leaving(null, null));
            case WAITLISTED, OFFERED, ATTENDED, LATE_CANCELLED, LAPSED ->
                    throw new Invalid("status", "choice");
        }
    }

    @PostMapping("/completion")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object finish(View view, @PathVariable UUID session) {
        try {
            roster.finish(session);
            return done(view, session, Toast.of("classes.done.finished"));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    part(view, session, Typed.nothing(), FormErrors.of(view, e)));
        }
    }
}
