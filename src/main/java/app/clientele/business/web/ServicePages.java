package app.clientele.business.web;

import app.clientele.business.Branches;
import app.clientele.business.Businesses;
import app.clientele.business.Service;
import app.clientele.business.ServiceDetails;
import app.clientele.business.ServiceTaxes;
import app.clientele.business.Services;
import app.clientele.business.Services.Filter;
import app.clientele.business.Staff;
import app.clientele.business.web.ServiceForm.Offer;
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
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the business offers: listed, described, ordered, taken out of the catalogue and back. */
@Controller
@Requires(Permission.SETTINGS_SERVICES)
class ServicePages {
    static final String LIST = "/settings/services";

    private final Services services;
    private final Staff staff;
    private final Branches branches;
    private final Businesses businesses;
    private final Input input;
    private final Templates templates;
    private final List<ServiceTaxes> taxes;

    ServicePages(
            Services services,
            Staff staff,
            Branches branches,
            Businesses businesses,
            Input input,
            Templates templates,
            List<ServiceTaxes> taxes) {
        this.services = services;
        this.staff = staff;
        this.branches = branches;
        this.businesses = businesses;
        this.input = input;
        this.templates = templates;
        this.taxes = taxes;
    }

    @GetMapping(LIST)
    Object list(
            View view,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean archived) {
        List<Service> all = services.list(Filter.all(true));
        List<Service> found =
                q.isBlank() && archived
                        ? all
                        : services.list(Filter.named(q.isBlank() ? null : q.strip(), archived));
        var list = new ServiceList(view, found, branches.all(true), q.strip(), archived);
        return view.htmx()
                ? templates.businessServicelist(list)
                : templates.businessServices(list, all, FormErrors.none());
    }

    @GetMapping(LIST + "/new")
    Object blank(View view) {
        Typed begun = Typed.nothing().with("minutes", 60).with("colour", "grey");
        return form(view, null, begun, FormErrors.none());
    }

    private JteModel form(View view, @Nullable Service service, Typed typed, FormErrors errors) {
        var offer =
                new Offer(
                        staff.all(),
                        branches.all(true),
                        services.categories(),
                        taxes.stream().flatMap(all -> all.all().stream()).toList());
        return templates.businessService(
                new ServiceForm(view, service, typed, errors, offer, currency()));
    }

    private CurrencyUnit currency() {
        return CurrencyUnit.of(businesses.current().currency());
    }

    private ServiceDetails details(View view, Typed typed) {
        return input.form(
                ServiceForm.fields(typed, currency(), view.locale()), ServiceDetails.class);
    }

    @PostMapping(LIST + "/new")
    Object create(View view, @RequestParam MultiValueMap<String, String> fields) {
        Typed typed = new Typed(fields);
        try {
            services.create(details(view, typed));
            return view.redirect(LIST, Toast.of("business.services.added", typed.value("name")));
        } catch (Invalid e) {
            return view.invalid(form(view, null, typed, FormErrors.of(view, e)));
        } catch (Refused e) {
            return view.invalid(form(view, null, typed, reason(view, e)));
        }
    }

    @GetMapping(LIST + "/{id}")
    Object form(View view, @PathVariable UUID id) {
        Service service = services.get(id);
        return form(view, service, ServiceForm.begun(service, view.locale()), FormErrors.none());
    }

    @PostMapping(LIST + "/{id}")
    Object save(
            View view, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Service service = services.get(id);
        Typed typed = new Typed(fields);
        try {
            services.change(id, details(view, typed), typed.version());
            return view.redirect(LIST, Toast.of("business.services.saved", typed.value("name")));
        } catch (Invalid e) {
            return view.invalid(form(view, service, typed, FormErrors.of(view, e)));
        } catch (Stale e) {
            return Overtaken.form(
                    view, e, typed, (again, errors) -> form(view, service, again, errors));
        }
    }

    @PostMapping(LIST + "/order")
    ResponseEntity<Void> order(@RequestParam List<UUID> order) {
        services.reorder(order);
        return ResponseEntity.noContent().build();
    }

    @PostMapping(LIST + "/{id}/move")
    Object move(View view, @PathVariable UUID id, @RequestParam(name = "move") int places) {
        services.move(id, places);
        return view.redirect(LIST);
    }

    @PostMapping(LIST + "/{id}/archiving")
    Object archive(View view, @PathVariable UUID id) {
        services.archive(id);
        Toast done = Toast.of("business.services.archived", services.get(id).name());
        return view.redirect(LIST, done.undo("/undo/catalogue-" + id));
    }

    @PostMapping({LIST + "/{id}/reopening", "/undo/catalogue-{id}"})
    Object reopen(View view, @PathVariable UUID id) {
        try {
            services.reopen(id);
        } catch (Refused e) {
            List<Service> all = services.list(Filter.all(true));
            var list = new ServiceList(view, all, branches.all(true), "", true);
            return view.status(
                    HttpStatus.CONFLICT, templates.businessServices(list, all, reason(view, e)));
        }
        return view.redirect(LIST, Toast.of("business.services.reopened", services.get(id).name()));
    }

    private static FormErrors reason(View view, Refused refused) {
        return FormErrors.of("", view.reason(refused.reasons().getFirst()));
    }
}
