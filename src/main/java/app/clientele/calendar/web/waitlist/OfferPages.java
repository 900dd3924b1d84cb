package app.clientele.calendar.web.waitlist;

import app.clientele.business.Services;
import app.clientele.calendar.rules.MayBook;
import app.clientele.calendar.rules.Objection;
import app.clientele.calendar.rules.Way;
import app.clientele.calendar.rules.Wish;
import app.clientele.calendar.waitlist.AppointmentWaitlist;
import app.clientele.calendar.waitlist.WaitlistAnswers;
import app.clientele.calendar.waitlist.WaitlistEntry;
import app.clientele.calendar.waitlist.WaitlistOffers;
import app.clientele.calendar.waitlist.WaitlistOffers.Offering;
import app.clientele.customers.history.UndoToasts;
import app.clientele.shared.Invalid;
import app.clientele.shared.NotFound;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.time.LocalDate;
import java.util.List;
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

/** Offers a time by hand, and notes what somebody said who called about theirs. */
@Controller
@RequestMapping("/waitlist/{id}/offer")
@Requires(Permission.APPOINTMENT_VIEW)
class OfferPages {
    private final AppointmentWaitlist waitlist;
    private final WaitlistOffers offers;
    private final WaitlistAnswers answers;
    private final Services services;
    private final MayBook mayBook;
    private final UndoToasts toasts;
    private final Input input;
    private final Templates templates;

    OfferPages(
            AppointmentWaitlist waitlist,
            WaitlistOffers offers,
            WaitlistAnswers answers,
            Services services,
            MayBook mayBook,
            UndoToasts toasts,
            Input input,
            Templates templates) {
        this.waitlist = waitlist;
        this.offers = offers;
        this.answers = answers;
        this.services = services;
        this.mayBook = mayBook;
        this.toasts = toasts;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping
    @Requires(Permission.APPOINTMENT_EDIT)
    JteModel offering(
            View view,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LocalDate day) {
        return templates.waitlistOffer(form(view, id, day, FormErrors.none()));
    }

    private OfferForm form(View view, UUID id, @Nullable LocalDate day, FormErrors errors) {
        WaitlistEntry entry = waitlist.get(id);
        return new OfferForm(
                view,
                entry,
                services.get(entry.serviceId()).performers(),
                objections(entry),
                offers.times(id),
                day,
                errors);
    }

    private List<Objection> objections(WaitlistEntry entry) {
        var wish =
                new Wish(
                        entry.customerId(),
                        entry.serviceId(),
                        entry.branchId(),
                        entry.staffId(),
                        null,
                        Way.DESK);
        return mayBook.decide(wish).objections();
    }

    @PostMapping
    @Requires(Permission.APPOINTMENT_EDIT)
    Object offer(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        WaitlistEntry entry = waitlist.get(id);
        try {
            Offering offering = input.form(fields, Offering.class);
            offers.offer(id, offering);
            // taken back in the line: the letter is on its way
            return view.redirect(
                    WaitlistPages.PATH, Toast.of("waitlist.done.offered", entry.customer()));
        } catch (Invalid e) {
            return view.invalid(
                    templates.waitlistOffer(form(view, id, null, FormErrors.of(view, e))));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.waitlistOffer(form(view, id, null, FormErrors.of(view, e))));
        }
    }

    private Object done(View view, WaitlistEntry entry, String key, Runnable deed) {
        Toast toast = toasts.after(entry.customerId(), key, deed, entry.customer());
        return view.redirect(WaitlistPages.PATH, toast);
    }

    /** What they said on the phone, or that the business takes it back. */
    @PostMapping("/{answer}")
    @Requires(Permission.APPOINTMENT_EDIT)
    Object answer(View view, @PathVariable UUID id, @PathVariable String answer) {
        WaitlistEntry entry = waitlist.get(id);
        try {
            return switch (answer) {
                case "accept" ->
                        done(view, entry, "waitlist.done.accepted", () -> answers.accept(id));
                case "decline" ->
                        done(view, entry, "waitlist.done.declined", () -> answers.decline(id));
                case "withdraw" ->
                        done(view, entry, "waitlist.done.withdrawn", () -> answers.withdraw(id));
                default -> throw new NotFound("waitlist_offer");
            };
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.waitlistOffer(form(view, id, null, FormErrors.of(view, e))));
        }
    }
}
