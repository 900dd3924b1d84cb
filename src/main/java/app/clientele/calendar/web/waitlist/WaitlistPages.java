package app.clientele.calendar.web.waitlist;

import app.clientele.business.Branches;
import app.clientele.business.Services;
import app.clientele.business.Services.Filter;
import app.clientele.calendar.waitlist.AppointmentWaitlist;
import app.clientele.calendar.waitlist.AppointmentWaitlist.Ending;
import app.clientele.calendar.waitlist.AppointmentWaitlist.Favour;
import app.clientele.calendar.waitlist.AppointmentWaitlist.Search;
import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.calendar.waitlist.WaitlistStatus;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Limits;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.Arrays;
import java.util.Set;
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

/** The line at the desk: who waits for what, who stands first, who no longer does. */
@Controller
@RequestMapping("/waitlist")
@Requires(Permission.APPOINTMENT_VIEW)
class WaitlistPages {
    static final String PATH = "/waitlist";

    private final AppointmentWaitlist waitlist;
    private final Branches branches;
    private final Services services;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    WaitlistPages(
            AppointmentWaitlist waitlist,
            Branches branches,
            Services services,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.waitlist = waitlist;
        this.branches = branches;
        this.services = services;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping
    JteModel list(
            View view,
            @RequestParam(required = false) @Nullable String branch,
            @RequestParam(required = false) @Nullable String service,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor) {
        var search = new Search(null, id(branch), id(service), statuses(status(status)));
        return list(view, search, status(status), cursor, FormErrors.none());
    }

    private JteModel list(
            View view,
            Search search,
            @Nullable WaitlistStatus status,
            @Nullable String cursor,
            FormErrors errors) {
        return templates.waitlistList(
                new WaitlistList(
                        view,
                        branches.all(false),
                        services.list(new Filter(null, null, null, null, false, null)),
                        search.branch(),
                        search.service(),
                        status,
                        waitlist.list(search, cursor, Limits.of(null)),
                        errors));
    }

    /** A choice of "all" is sent as nothing. */
    private static @Nullable UUID id(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : Input.id(typed, "waitlist_entry");
    }

    private static @Nullable WaitlistStatus status(@Nullable String name) {
        return Arrays.stream(WaitlistStatus.values())
                .filter(s -> s.wireName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Set<WaitlistStatus> statuses(@Nullable WaitlistStatus status) {
        return status == null ? Search.OPEN : Set.of(status);
    }

    /** The line, with what did not work. */
    JteModel refused(View view, Refused e) {
        var search = new Search(null, null, null, Search.OPEN);
        return view.status(
                HttpStatus.CONFLICT, list(view, search, null, null, FormErrors.of(view, e)));
    }

    @PostMapping("/{id}/end")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object end(View view, @PathVariable UUID id) {
        WaitlistEntry entry = waitlist.get(id);
        try {
            var toast =
                    toasts.after(
                            entry.customerId(),
                            "waitlist.done.ended",
                            () -> waitlist.end(id, new Ending(null)),
                            entry.customer());
            return view.redirect(PATH, toast);
        } catch (Refused e) {
            return refused(view, e);
        }
    }

    @GetMapping("/{id}/first")
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel favouring(View view, @PathVariable UUID id) {
        return templates.waitlistFirst(view, waitlist.get(id), Typed.nothing(), FormErrors.none());
    }

    @PostMapping("/{id}/first")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object favour(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        WaitlistEntry entry = waitlist.get(id);
        try {
            Favour favour = input.form(fields, Favour.class);
            var toast =
                    toasts.after(
                            entry.customerId(),
                            "waitlist.done.first",
                            () -> waitlist.first(id, favour),
                            entry.customer());
            return view.redirect(PATH, toast);
        } catch (Invalid e) {
            return view.invalid(
                    templates.waitlistFirst(
                            view, entry, new Typed(fields), FormErrors.of(view, e)));
        } catch (Refused e) {
            return refused(view, e);
        }
    }
}
