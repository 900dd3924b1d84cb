package app.clientele.memberships.web;

import app.clientele.business.Businesses;
import app.clientele.business.Services;
import app.clientele.memberships.MembershipSettings;
import app.clientele.memberships.MembershipSettings.BillingRuleDetails;
import app.clientele.memberships.MembershipSettings.BillingRules;
import app.clientele.memberships.Plan;
import app.clientele.memberships.Plan.PlanDetails;
import app.clientele.memberships.Plans;
import app.clientele.sales.catalogue.TaxRates;
import app.clientele.shared.Invalid;
import app.clientele.shared.Permission;
import app.clientele.shared.Refused;
import app.clientele.shared.Requires;
import app.clientele.shared.Stale;
import app.clientele.site.FormErrors;
import app.clientele.site.Input;
import app.clientele.site.Option;
import app.clientele.site.Overtaken;
import app.clientele.site.Toast;
import app.clientele.site.Typed;
import app.clientele.site.View;
import gg.jte.generated.precompiled.Templates;
import gg.jte.models.runtime.JteModel;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one can be a member of, among the settings. */
@Controller
@Requires(Permission.SETTINGS_SALES)
class PlanPages {
    static final String LIST = "/settings/memberships";

    private final Plans plans;
    private final MembershipSettings settings;
    private final TaxRates taxes;
    private final Services services;
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;

    PlanPages(
            Plans plans,
            MembershipSettings settings,
            TaxRates taxes,
            Services services,
            Businesses businesses,
            Input input,
            Templates templates) {
        this.plans = plans;
        this.settings = settings;
        this.taxes = taxes;
        this.services = services;
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
    }

    @GetMapping(LIST)
    JteModel list(View view) {
        BillingRules rules = settings.current();
        Typed typed =
                Typed.nothing()
                        .with(
                                "retryDays",
                                rules.retryDays().stream()
                                        .map(String::valueOf)
                                        .collect(Collectors.joining(", ")))
                        .with("_version", rules.version());
        return list(view, typed, FormErrors.none());
    }

    private JteModel list(View view, Typed typed, FormErrors errors) {
        return templates.membershipsPlans(view, plans.all(true), typed, errors);
    }

    @PostMapping(LIST)
    Object save(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            settings.change(new BillingRuleDetails(days(typed)), typed.version());
            return view.redirect(LIST, Toast.of("memberships.retry.saved"));
        } catch (Invalid e) {
            return view.invalid(list(view, typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(view, e, typed, (again, errors) -> list(view, again, errors));
        }
    }

    /** Numbers with commas or spaces between them. */
    private static List<Integer> days(Typed typed) {
        String text = typed.value("retryDays");
        if (text == null || text.isBlank()) {
            return List.of();
        }
        if (!text.strip().matches("\\d{1,4}([,;\\s]+\\d{1,4})*")) {
            throw new Invalid("retryDays", "retry_days", 90);
        }
        return Stream.of(text.strip().split("[,;\\s]+")).map(Integer::valueOf).toList();
    }

    private MembershipPlanForm begin(View view, @Nullable Plan plan, Typed typed) {
        List<Option> rates =
                taxes.all(false).stream()
                        .map(t -> new Option(t.id().toString(), t.name()))
                        .toList();
        return new MembershipPlanForm(
                view,
                LIST + "/" + (plan == null ? "new" : plan.id()),
                plan,
                businesses.current().currency(),
                rates,
                services.list(Services.Filter.all(false)).stream()
                        .map(s -> new Option(s.id().toString(), s.name()))
                        .toList(),
                MembershipPlanForm.ROWS.packed(typed),
                FormErrors.none());
    }

    @GetMapping(LIST + "/new")
    JteModel blank(View view) {
        Typed usual = Typed.nothing().with("interval.every", 1).with("interval.unit", "month");
        return templates.membershipsPlan(begin(view, null, usual));
    }

    @PostMapping(LIST + "/new")
    Object add(View view, @RequestParam MultiValueMap<String, String> fields) {
        var form = begin(view, null, new Typed(fields));
        return save(form, () -> plans.add(details(form)));
    }

    private PlanDetails details(MembershipPlanForm form) {
        return input.form(form.fields(), PlanDetails.class);
    }

    private Object save(MembershipPlanForm form, Runnable deed) {
        View view = form.view();
        try {
            deed.run();
            return view.redirect(LIST, Toast.of("memberships.plan.saved"));
        } catch (Invalid e) {
            return view.invalid(
                    templates.membershipsPlan(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Refused e) {
            return view.status(
                    HttpStatus.CONFLICT,
                    templates.membershipsPlan(form.with(form.typed(), FormErrors.of(view, e))));
        } catch (Stale e) {
            return Overtaken.form(
                    view,
                    e,
                    form.typed(),
                    (again, errors) -> templates.membershipsPlan(form.with(again, errors)));
        }
    }

    @GetMapping(LIST + "/{id}")
    JteModel form(View view, @PathVariable UUID id) {
        Plan plan = plans.get(id);
        return templates.membershipsPlan(begin(view, plan, MembershipPlanForm.begun(view, plan)));
    }

    @PostMapping(LIST + "/{id}")
    Object change(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        var form = begin(view, plans.get(id), new Typed(fields));
        return save(form, () -> plans.change(id, details(form), form.typed().version()));
    }

    @PostMapping(LIST + "/{id}/archiving")
    Object archive(View view, @PathVariable UUID id) {
        plans.archive(id);
        return view.redirect(LIST, Toast.of("memberships.plan.archived"));
    }

    @PostMapping(LIST + "/{id}/reopening")
    Object restore(View view, @PathVariable UUID id) {
        return save(
                begin(view, plans.get(id), MembershipPlanForm.begun(view, plans.get(id))),
                () -> plans.restore(id));
    }
}
