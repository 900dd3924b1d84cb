package app.clientele.calendar.web.online;

import app.clientele.business.Branches;
import app.clientele.business.Service;
import app.clientele.business.Services;
import app.clientele.calendar.online.BookingRequest;
import app.clientele.calendar.online.RequestQueue;
import app.clientele.calendar.online.RequestQueue.OtherTime;
import app.clientele.calendar.online.RequestQueue.Refusal;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Limits;
import app.clientele.site.Option;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk's queue of what was asked for online. */
@Controller
@RequestMapping("/requests")
@Requires(Permission.APPOINTMENT_VIEW)
class RequestPages {
    static final String PATH = "/requests";

    private final RequestQueue queue;
    private final Branches branches;
    private final Services services;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    RequestPages(
            RequestQueue queue,
            Branches branches,
            Services services,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.queue = queue;
        this.branches = branches;
        this.services = services;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping
    JteModel list(
            View view,
            @RequestParam(required = false) @Nullable UUID branch,
            @RequestParam(required = false) @Nullable String cursor) {
        return list(view, branch, cursor, FormErrors.none());
    }

    private JteModel list(
            View view, @Nullable UUID branch, @Nullable String cursor, FormErrors errors) {
        var found = queue.list(branch, cursor, Limits.of(null));
        return templates.onlineRequests(
                new RequestList(view, branches.all(false), branch, found, errors));
    }

    /** Books what was asked for, unless somebody else has the time by now. */
    @PostMapping("/{id}/accept")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object accept(View view, @PathVariable UUID id) {
        try {
            return done(view, queue.get(id), "online.accepted", () -> queue.accept(id));
        } catch (Refused e) {
            return view.status(HttpStatus.CONFLICT, list(view, null, null, FormErrors.of(view, e)));
        }
    }

    private Object done(View view, BookingRequest request, String key, Runnable deed) {
        Toast toast = toasts.after(request.customerId(), key, deed, request.customer());
        return view.redirect(PATH, toast);
    }

    @GetMapping("/{id}/decline")
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel declining(View view, @PathVariable UUID id) {
        return templates.onlineDecline(form(view, id, Typed.nothing(), FormErrors.none()));
    }

    private RequestForm form(View view, UUID id, Typed typed, FormErrors errors) {
        BookingRequest request = queue.get(id);
        var team =
                services.get(request.serviceId()).performers().stream()
                        .filter(Service.Performer::active)
                        .map(p -> new Option(p.staffId().toString(), p.name()))
                        .toList();
        return new RequestForm(view, request, team, typed, errors);
    }

    @PostMapping("/{id}/decline")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object decline(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        BookingRequest request = queue.get(id);
        try {
            Refusal refusal = input.form(fields, Refusal.class);
            return done(view, request, "online.declined", () -> queue.decline(id, refusal));
        } catch (Invalid e) {
            return view.invalid(
                    templates.onlineDecline(
                            form(view, id, new Typed(fields), FormErrors.of(view, e))));
        }
    }

    @GetMapping("/{id}/propose")
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel proposing(View view, @PathVariable UUID id) {
        BookingRequest request = queue.get(id);
        LocalDateTime there = LocalDateTime.ofInstant(request.startsAt(), request.zone());
        Typed typed =
                Typed.nothing()
                        .with("date", there.toLocalDate())
                        .with("time", there.toLocalTime())
                        .with("staffId", request.staffId());
        return templates.onlinePropose(form(view, id, typed, FormErrors.none()));
    }

    @PostMapping("/{id}/propose")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object propose(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        BookingRequest request = queue.get(id);
        Typed typed = new Typed(fields);
        try {
            OtherTime other = input.form(moment(typed, request.zone()), OtherTime.class);
            return done(view, request, "online.proposed", () -> queue.propose(id, other));
        } catch (Invalid e) {
            return view.invalid(
                    templates.onlinePropose(form(view, id, typed, FormErrors.of(view, e))));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.onlinePropose(form(view, id, typed, FormErrors.of(view, e))));
        }
    }

    private static MultiValueMap<String, String> moment(Typed typed, ZoneId zone) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed.fields());
        try {
            LocalDateTime at =
                    LocalDateTime.of(
                            LocalDate.parse(String.valueOf(typed.value("date"))),
                            LocalTime.parse(String.valueOf(typed.value("time"))));
            fields.set("startsAt", at.atZone(zone).toInstant().toString());
        } catch (DateTimeException e) {
            throw new Invalid("time", "no_such_time");
        }
        fields.keySet().removeAll(List.of("date", "time"));
        return fields;
    }
}
