package app.clientele.memberships.web;

import app.clientele.memberships.Members;
import app.clientele.memberships.Membership;
import app.clientele.memberships.PlanChange;
import app.clientele.memberships.PlanChange.When;
import app.clientele.memberships.PlanChanges;
import app.clientele.memberships.PlanChanges.Changing;
import app.clientele.memberships.Plans;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Option;
import app.clientele.site.Toast;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.ArrayList;
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

/** Another plan for a membership: what it comes to is shown before anybody agrees. */
@Controller
@RequestMapping("/memberships/{membership}/plan")
@Requires(Permission.SALE_VIEW)
class PlanChangePages {
    private final Members memberships;
    private final Plans plans;
    private final PlanChanges changes;
    private final CardDeeds deeds;
    private final Input input;
    private final Templates templates;

    PlanChangePages(
            Members memberships,
            Plans plans,
            PlanChanges changes,
            CardDeeds deeds,
            Input input,
            Templates templates) {
        this.memberships = memberships;
        this.plans = plans;
        this.changes = changes;
        this.deeds = deeds;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping
    @Requires(Permission.SALE_EDIT)
    JteModel choose(
            View view,
            @PathVariable("membership") UUID id,
            @RequestParam(required = false) @Nullable UUID planId) {
        return page(view, id, planId, FormErrors.none());
    }

    private JteModel page(View view, UUID id, @Nullable UUID plan, FormErrors errors) {
        Membership membership = memberships.get(id);
        List<PlanChange> ways = new ArrayList<>();
        FormErrors found = errors;
        if (plan != null) {
            for (When when : When.values()) {
                try {
                    ways.add(changes.preview(id, new Changing(plan, when)));
                } catch (Refused e) {
                    found = errors.any() ? errors : FormErrors.of(view, e);
                } catch (Invalid e) {
                    found = FormErrors.of(view, e);
                }
            }
        }
        return templates.membershipsChange(
                view, membership, options(view, membership), plan, ways, found);
    }

    private List<Option> options(View view, Membership membership) {
        return plans.all(false).stream()
                .filter(p -> !p.id().equals(membership.planId()))
                .filter(p -> p.price().isSameCurrency(membership.price()))
                .map(p ->
                        new Option(
                                p.id().toString(),
                                p.name() + " · " + MembershipWords.price(view, p)))
                .toList();
    }

    @PostMapping
    @Requires(Permission.SALE_EDIT)
    Object change(
            View view,
            @PathVariable("membership") UUID id,
            @RequestParam MultiValueMap<String, String> fields) {
        try {
            deeds.change(id, input.form(fields, Changing.class));
            return view.redirect("/memberships/" + id, Toast.of("memberships.change.done"));
        } catch (Invalid e) {
            return view.invalid(page(view, id, null, FormErrors.of(view, e)));
        } catch (Refused e) {
            return view.status(HttpStatus.CONFLICT, page(view, id, null, FormErrors.of(view, e)));
        }
    }

    @PostMapping("/keeping")
    @Requires(Permission.SALE_EDIT)
    Object keep(View view, @PathVariable("membership") UUID id) {
        try {
            changes.keep(id);
            return view.redirect("/memberships/" + id, Toast.of("memberships.change.kept"));
        } catch (Refused e) {
            return view.status(HttpStatus.CONFLICT, page(view, id, null, FormErrors.of(view, e)));
        }
    }
}
