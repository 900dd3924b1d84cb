package app.clientele.memberships.web;

import app.clientele.gateway.Cards;
import app.clientele.memberships.Members;
import app.clientele.memberships.Members.Cancelling;
import app.clientele.memberships.Members.Changing;
import app.clientele.memberships.Membership;
import app.clientele.memberships.MembershipBilling;
import app.clientele.memberships.MembershipCharge;
import app.clientele.memberships.Pauses;
import app.clientele.memberships.Pauses.Pausing;
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
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One membership: looked at, changed, charged, ended. */
@Controller
@RequestMapping("/memberships/{membership}")
@Requires(Permission.SALE_VIEW)
class MembershipPages {
    private final Members memberships;
    private final MembershipBilling billing;
    private final CardDeeds deeds;
    private final Pauses pauses;
    private final Cards cards;
    private final Input input;
    private final Templates templates;

    MembershipPages(
            Members memberships,
            MembershipBilling billing,
            CardDeeds deeds,
            Pauses pauses,
            Cards cards,
            Input input,
            Templates templates) {
        this.memberships = memberships;
        this.billing = billing;
        this.deeds = deeds;
        this.pauses = pauses;
        this.cards = cards;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping
    JteModel show(View view, @PathVariable("membership") UUID id) {
        return templates.membershipsShow(page(view, id, Typed.nothing(), FormErrors.none()));
    }

    private MembershipPage page(View view, UUID id, Typed typed, FormErrors errors) {
        Membership membership = memberships.get(id);
        return new MembershipPage(
                view,
                membership,
                memberships.activity(id),
                memberships.events(id),
                cards.chargeable(membership.customerId()),
                memberships.leaving(id),
                typed,
                errors);
    }

    @PostMapping
    @Requires(Permission.SALE_EDIT)
    Object change(
            View view,
            @PathVariable("membership") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        return done(
                view,
                id,
                typed,
                () -> {
                    memberships.change(id, input.form(fields, Changing.class), typed.version());
                    return Toast.of("memberships.saved");
                });
    }

    private Object done(View view, UUID id, Typed typed, Supplier<Toast> deed) {
        try {
            return view.redirect("/memberships/" + id, deed.get());
        } catch (Invalid e) {
            return view.invalid(
                    templates.membershipsShow(page(view, id, typed, FormErrors.of(view, e))));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.membershipsShow(page(view, id, typed, FormErrors.of(view, e))));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    typed,
                    (again, errors) -> templates.membershipsShow(page(view, id, again, errors)));
        }
    }

    @PostMapping("/processing")
    @Requires(Permission.SALE_EDIT)
    Object process(View view, @PathVariable("membership") UUID id) {
        return done(
                view,
                id,
                Typed.nothing(),
                () -> {
                    MembershipCharge charge = billing.process(id).charge();
                    return charge == null
                            ? Toast.of("memberships.processed.already")
                            : Toast.of("memberships.processed." + charge.state().wireName());
                });
    }

    @PostMapping("/cancellation")
    @Requires(Permission.SALE_EDIT)
    Object cancel(
            View view,
            @PathVariable("membership") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                view,
                id,
                new Typed(fields),
                () -> {
                    deeds.cancel(id, input.form(fields, Cancelling.class));
                    return Toast.of("memberships.cancelled");
                });
    }

    @PostMapping("/pause")
    @Requires(Permission.SALE_EDIT)
    Object pause(
            View view,
            @PathVariable("membership") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        return done(
                view,
                id,
                new Typed(fields),
                () -> {
                    pauses.pause(id, input.form(fields, Pausing.class));
                    return Toast.of("memberships.paused");
                });
    }

    @PostMapping("/resumption")
    @Requires(Permission.SALE_EDIT)
    Object resume(View view, @PathVariable("membership") UUID id) {
        return done(
                view,
                id,
                Typed.nothing(),
                () -> {
                    pauses.resume(id);
                    return Toast.of("memberships.resumed");
                });
    }
}
