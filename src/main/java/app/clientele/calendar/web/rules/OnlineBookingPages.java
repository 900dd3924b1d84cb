package app.clientele.calendar.web.rules;

import app.clientele.calendar.rules.OnlineBooking;
import app.clientele.calendar.rules.OnlineBookings;
import app.clientele.calendar.rules.OnlineBookings.OnlineBookingDetails;
import app.clientele.customers.history.UndoToasts;
import app.clientele.customers.web.ProfilePages;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Overtaken;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a customer may book by themselves. */
@Controller
@RequestMapping(ProfilePages.PATH + "/online-booking")
@Requires(Permission.APPOINTMENT_EDIT)
class OnlineBookingPages {
    private final OnlineBookings bookings;
    private final RuleForms forms;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    OnlineBookingPages(
            OnlineBookings bookings,
            RuleForms forms,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.bookings = bookings;
        this.forms = forms;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    static String path(UUID customer) {
        return "/customers/" + customer + "/online-booking";
    }

    @GetMapping("/edit")
    JteModel form(View view, @PathVariable UUID id) {
        OnlineBooking present = bookings.of(id);
        return show(begin(view, id, present.said(), begun(present)));
    }

    private static Typed begun(OnlineBooking present) {
        return Typed.nothing()
                .with("rule", present.rule().wireName())
                .with("branchId", present.branchId())
                .with("from", present.from())
                .with("to", present.to())
                .with("reason", present.reason())
                .with("silent", present.silent())
                .with("_version", present.version());
    }

    private RuleForm begin(View view, UUID id, boolean said, Typed typed) {
        return forms.one(view, id, "rules.online.edit", path(id), said, typed);
    }

    private JteModel show(RuleForm form) {
        return forms.show(form, templates.rulesOnlineform(form));
    }

    @PostMapping
    Object set(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> typed) {
        var form = begin(view, id, bookings.of(id).said(), new Typed(typed));
        try {
            var details = input.form(fields(typed), OnlineBookingDetails.class);
            var toast =
                    toasts.after(
                            id,
                            "rules.online.saved",
                            () -> bookings.set(id, details, form.typed().version()));
            return view.redirect("/customers/" + id, toast);
        } catch (Invalid e) {
            return view.invalid(show(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Stale e) {
            return Overtaken.form(
                    view, e, form.typed(), (again, errors) -> show(form.with(again, errors)));
        }
    }

    /** A date field that was left alone sends a text that is no day. */
    private static MultiValueMap<String, String> fields(MultiValueMap<String, String> typed) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(typed);
        fields.entrySet().removeIf(e -> e.getValue().getFirst().isBlank());
        return fields;
    }

    @PostMapping("/delete")
    ResponseEntity<Void> clear(View view, @PathVariable UUID id) {
        var toast = toasts.after(id, "rules.online.cleared", () -> bookings.clear(id));
        return view.redirect("/customers/" + id, toast);
    }
}
